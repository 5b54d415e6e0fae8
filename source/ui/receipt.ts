import {printable} from '../errors.js';
import {commandLine} from '../invocation.js';
import {openRun} from '../state/runs.js';
import type {State} from '../state/state.js';
import {greatestConfusions} from '../text/confusion.js';
import {count, share} from '../text/format.js';
import {receipt as words} from '../words/en/receipt.js';
import {counted, fill} from '../words/fill.js';

/**
 * What the run that is shown came to, for the normal screen after the dashboard; nothing when it has not been trained for
 * an epoch here.
 */
export function receiptLines({session, runs}: State): string[] {
  const {seed, history, ended, timeline} = openRun(runs);
  const latest = history.epochs.at(-1);
  const {test} = session.data;
  if (latest === undefined || ended === undefined || test === undefined) return [];
  const found = timeline.findLast(moment => moment.found?.accuracy === latest.accuracy)?.found;
  const [worst] = found === undefined ? [] : greatestConfusions(found.confusion, 1);
  const values = {
    seed,
    accuracy: share(latest.accuracy),
    count: latest.epoch,
    wrong: count(Math.round((1 - latest.accuracy) * test.count)),
    all: count(test.count),
  };
  const result =
    worst === undefined
      ? counted(words.result, values)
      : counted(words.weakness, {...values, ...worst, count: latest.epoch});
  if (ended.model === undefined) return [result];
  const file = printable(ended.model);
  return [
    result,
    fill(words.saved, {file}),
    fill(words.again, {
      command: commandLine(`predict 0-9 --model ${/^[\w./\\:-]+$/.test(file) ? file : JSON.stringify(file)}`),
    }),
  ];
}
