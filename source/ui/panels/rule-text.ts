import {losses} from '../../network/losses.js';
import type {Run} from '../../state/runs.js';
import {shortLoss} from '../../text/format.js';
import {earliestStop} from '../../training/run-end.js';
import {fill} from '../../words/fill.js';
import {rule as words} from '../../words/training.js';

/** What the texts of the early-stop rule are filled with: the last epoch, its loss, and the limit. */
export function ruleValues({history}: Run): {epoch: number; loss: string; limit: number} {
  const last = history.epochs.at(-1);
  return {
    epoch: last?.epoch ?? 0,
    loss: last === undefined ? '' : shortLoss(last.testLoss),
    limit: losses.mse.earlyStop,
  };
}

/** What the early-stop rule waits for while a run is trained: texts that say it ever more briefly. */
export function ruleTexts(run: Run): readonly string[] {
  const {started, ended, history} = run;
  if (ended !== undefined || started?.earlyStop !== true || started.lastEpoch < earliestStop) return [];
  const last = history.epochs.at(-1);
  const values = {...ruleValues(run), earliest: Math.max(earliestStop, started.firstEpoch)};
  const filled = (texts: readonly string[]): string[] => texts.map(text => fill(text, values));
  if (last === undefined) return filled(words.notYet);
  if (last.testLoss >= losses.mse.earlyStop) return filled(words.above);
  if (last.epoch < earliestStop) return filled(words.belowEarly);
  // A run that had ended by the rule and goes on is looked at again.
  return filled(last.epoch < started.firstEpoch ? words.notYet : words.stops);
}
