import {adviceNow} from '../../state/advice.js';
import {figuresOf} from '../../state/figures.js';
import {newRate, usedRate} from '../../state/rates.js';
import {openRun, type Run} from '../../state/runs.js';
import type {State} from '../../state/state.js';
import {count} from '../../text/format.js';
import {fill} from '../../words/fill.js';
import {ends as words} from '../../words/training.js';
import {briefly} from './briefly.js';
import {ruleValues} from './rule-text.js';

/** Why a training has ended and what can be done next, in as many words as there is room for. */
export function endedLines(state: State, ended: NonNullable<Run['ended']>, columns: number, room: number): string[] {
  const run = openRun(state.runs);
  const values = {
    ...ruleValues(run),
    step: count(ended.step),
    rate: usedRate(state) ?? '',
    epoch: ended.reason === 'stopped' ? (run.progress?.epoch ?? 0) : ended.epochs,
    last: run.started?.lastEpoch ?? 0,
  };
  const filled = words.why[ended.reason].map(text => fill(text, values));
  const why = briefly(filled, columns, Math.max(1, room - 1));
  return [...why, ...briefly(nextTexts(state, ended), columns, Math.max(1, room - why.length))];
}

/** What can be done next. */
function nextTexts(state: State, {reason, learned, epochs}: NonNullable<Run['ended']>): readonly string[] {
  const {next} = words;
  const rate = newRate(state);
  if (rate !== undefined) {
    const goesOn = reason === 'diverged' || reason === 'stopped' || !learned;
    return (goesOn ? next.stoppedAt : next.mistakesAt).map(text => fill(text, {rate}));
  }
  const isAdvised = adviceNow(state).length > 0;
  if (reason === 'diverged') return isAdvised ? next.advised : next.diverged;
  if (!learned && epochs > 0) return isAdvised ? next.noBetterAdvised : next.noBetter;
  if (reason === 'stopped') return next.stopped;
  return figuresOf(state)?.wrong === 0 ? next.noMistake : next.mistakes;
}
