import {printable} from '../errors.js';
import {commandLine} from '../invocation.js';
import {openRun} from '../state/runs.js';
import type {State} from '../state/state.js';
import {greatestConfusions} from '../text/confusion.js';
import {count, share} from '../text/format.js';
import {receipt as words} from '../words/en/receipt.js';
import {counted, fill} from '../words/fill.js';

/** What the run that is shown came to, for the normal screen after the dashboard; nothing when it was not trained here. */
export function receiptLines(state: State): string[] {
  const {seed, ended, progress} = openRun(state.runs);
  if (ended === undefined || progress === undefined) return [];
  const result = resultLine(state);
  const first = result ?? fill(words.unfinished, {seed, step: count(progress.total)});
  if (ended.model === undefined) return [first];
  const file = printable(ended.model);
  const model = `--model ${/^[\w./\\:-]+$/.test(file) ? file : JSON.stringify(file)}`;
  const next =
    result === undefined
      ? fill(words.goOn, {command: commandLine(`--resume ${model}`)})
      : fill(words.again, {command: commandLine(`predict 0-9 ${model}`)});
  return [first, fill(words.saved, {file}), next];
}

/** How good the run is, and what it confuses most; undefined before the end of its first epoch. */
function resultLine({session, runs}: State): string | undefined {
  const {seed, history, timeline} = openRun(runs);
  const latest = history.epochs.at(-1);
  const {test} = session.data;
  if (latest === undefined || test === undefined) return undefined;
  const found = timeline.findLast(moment => moment.found?.accuracy === latest.accuracy)?.found;
  const [worst] = found === undefined ? [] : greatestConfusions(found.confusion, 1);
  const values = {
    seed,
    accuracy: share(latest.accuracy),
    count: latest.epoch,
    wrong: count(Math.round((1 - latest.accuracy) * test.count)),
    all: count(test.count),
  };
  if (worst === undefined) return counted(words.result, values);
  const {label, answer} = worst;
  return counted(words.weakness, {...values, label, answer});
}
