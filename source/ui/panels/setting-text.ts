import {differing, fieldNames} from '../../state/form-fields.js';
import {valueText} from '../../text/setting-value.js';
import type {RunSettings} from '../../training/formats/run-info.js';
import {usual} from '../../training/run-options.js';
import {runs as words} from '../../words/runs.js';

/**
 * What sets a run apart from others, in a few words; of a run alone, from the tutorial's.
 * @param others those beside it
 */
export function settingsText(settings: RunSettings, others: readonly RunSettings[]): string {
  const apart = new Set(others.flatMap(other => differing(settings, other)));
  const names = fieldNames.filter(name =>
    others.length > 0 ? apart.has(name) : name !== 'seed' && settings[name] !== usual[name],
  );
  if (names.length === 0) return words.own;
  return names.map(name => `${words.fields[name][1]} ${valueText(settings, name)}`).join(', ');
}
