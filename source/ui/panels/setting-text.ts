import {differing, type FieldName, fieldNames} from '../../state/form-fields.js';
import {count} from '../../text/format.js';
import {formerSettings, type RunSettings} from '../../training/formats/run-info.js';
import {runs as words} from '../../words/en/runs.js';
import {fill} from '../../words/fill.js';

/** What most runs have: the tutorial's settings. */
const usual = {...formerSettings, hidden: 128, learningRate: 0.001, batchSize: 128, epochs: 20, earlyStop: true};

/** A setting's value in words. */
export function valueText(settings: RunSettings, name: FieldName): string {
  const value = settings[name];
  if (value === undefined) return words.all;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return value;
  if (name === 'noiseLabels') return fill(words.percent, {value});
  return name === 'learningRate' || name === 'seed' ? String(value) : count(value);
}

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
