import {parameterCount} from '../../network/architecture.js';
import {fieldNames} from '../../state/form-fields.js';
import {count} from '../../text/format.js';
import {valueText} from '../../text/setting-value.js';
import {runs as words} from '../../words/runs.js';
import {type Markup, markup} from './markup.js';
import type {ReportedRun} from './reported-run.js';

/** What the run was trained with, and the command that trains the same. */
export function settingsSection(run: ReportedRun): Markup {
  const {info, command, weights, loss, dataset, computedOn, file} = run;
  const hidden = weights.hiddenBias.length;
  const network = `784 pixels → ${count(hidden)} hidden units (${weights.activation}) → 10 scores; ${count(parameterCount(hidden))} parameters`;
  const pairs: [string, string | undefined][] = [
    ['dataset', dataset],
    ['network', network],
    ...(info === undefined
      ? [['loss', loss] as [string, string]]
      : fieldNames.map((name): [string, string] => [labelOf(name), valueText(info.settings, name)])),
    ...changesOf(run),
    ['computed on', computedOn ?? 'not known: the file does not say'],
    ['written by', info?.program],
    ['file', file],
  ];
  const rows = pairs.flatMap(([name, value]) =>
    value === undefined ? [] : [markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`],
  );
  return markup`<section id="settings"><h2>How it was trained</h2>
<div class="wide"><table class="pairs">${rows}</table></div>${command === undefined ? undefined : repeat(run, command)}</section>`;
}

/** Which settings were changed on the way, and when. */
function changesOf({info}: ReportedRun): [string, string][] {
  if (info === undefined) return [];
  return (info.changes ?? []).map(({step, name, was}) => [
    `${words.fields[name][0]} before`,
    `${valueText({...info.settings, [name]: was}, name)}, to step ${count(step)}`,
  ]);
}

/** A setting's name; of the epochs it is the most that there may be. */
const labelOf = (name: (typeof fieldNames)[number]): string =>
  name === 'epochs' ? 'epochs at most' : words.fields[name][0];

function repeat({info}: ReportedRun, command: string): Markup {
  const where = (info?.stepInEpoch ?? 0) > 0 ? ', to the end of its last whole epoch' : '';
  const isChanged = (info?.changes?.length ?? 0) > 0;
  const what = isChanged ? 'A run with the same settings from its start' : 'The same run again';
  const exact = 'On the wasm engine it gives exactly the same figures, on others the same up to rounding.';
  const note = isChanged
    ? 'Its figures are others: settings of this run were changed on the way, as the table says.'
    : info?.changes === undefined
      ? `${exact} Settings that were changed on the way are not in the file: the last ones are.`
      : exact;
  return markup`
<p>${what}${where}:</p>
<code id="command">${command}</code>
<p class="dim">${note}</p>`;
}
