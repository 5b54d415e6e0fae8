import {meanSquaredErrorFacts} from '../../network/losses.js';
import type {Run} from '../../state/runs.js';
import {shortLoss} from '../../text/format.js';
import {earliestStop} from '../../training/loop.js';
import {rule as words} from '../../words/en/training.js';
import {fill} from '../../words/fill.js';

/** What the early-stop rule waits for, or why it has ended the training: texts that say it ever more briefly. */
export function ruleTexts({started, ended, history}: Run): readonly string[] {
  const last = history.epochs.at(-1);
  const values = {
    loss: last === undefined ? '' : shortLoss(last.testLoss),
    limit: meanSquaredErrorFacts.earlyStop,
    earliest: earliestStop,
    epoch: last?.epoch ?? 0,
  };
  const filled = (texts: readonly string[]): string[] => texts.map(text => fill(text, values));
  if (ended !== undefined) {
    if (!ended.learned && ended.epochs > 0) return [words.noBetter];
    // The line before says the other reasons.
    return ended.reason === 'early-stop' ? filled(words.stopped) : [];
  }
  if (started?.earlyStop !== true) return [];
  if (last === undefined) return filled(words.notYet);
  const isBelow = last.testLoss < meanSquaredErrorFacts.earlyStop;
  if (last.epoch < earliestStop) return filled(isBelow ? words.belowEarly : words.above);
  return filled(isBelow ? words.stops : words.above);
}
