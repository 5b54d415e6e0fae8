import {worded} from '../../dataset/dataset.js';
import type {RunState} from '../../state/run-state.js';
import {chosenDigit, isTrained, labelName, prediction} from '../../state/selectors.js';
import {bar} from '../../text/bars.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';

const title = 'Prediction';
/** Columns of a score's line besides its bar: mark, digit, score and the mark of the label. */
const besideBar = 17;
const widestBar = 60;
/** Columns that a bar keeps when names stand beside it. */
const leastBar = 8;

/** The network's answer for the chosen digit: right or wrong, and the ten scores. */
export function predictionPanel(state: RunState, width: number, lines: number, theme: Theme): string[] {
  const chosen = chosenDigit(state);
  const random = !isTrained(state);
  if (!state.predicting) {
    const hint = random ? 'p predicts the digit; weights are random yet' : 'p predicts the chosen digit';
    return [titleLine(title, '', width, theme), theme.paint('dim', worded(hint, state.data[state.split]))];
  }
  const shown = prediction(state);
  if (chosen === undefined || shown === undefined) return [titleLine(title, 'working', width, theme)];
  const {answer, scores} = shown;
  const right = answer === chosen.label;
  const verdict = `answer ${labelName(state, answer)}, ${right ? 'right' : 'wrong'}${random ? '; weights are random' : ''}`;
  if (lines < 11) {
    const best = theme.paint(right ? 'good' : 'bad', verdict);
    return [titleLine(title, '', width, theme), best, `score ${score(Math.max(...scores))}`];
  }
  const names = scores.map((_, label) => nameBeside(state, label, width));
  const barWidth = Math.max(1, Math.min(widestBar, width - besideBar - (names[0]?.length ?? 0)));
  return [
    titleLine(title, verdict, width, theme),
    ...scores.map((value, digit) => {
      const mark = digit !== answer ? ' ' : theme.unicode ? '▸' : '>';
      const line = `${mark} ${digit} ${names[digit] ?? ''}${bar(value, barWidth, theme.unicode)} ${score(value)}`;
      if (digit === answer) return theme.paint(right ? 'good' : 'bad', line);
      return digit === chosen.label ? `${line} label` : line;
    }),
  ];
}

/** A class's name beside its bar, all of one width, where the bar keeps room; nothing for digits. */
function nameBeside({data, split}: RunState, label: number, width: number): string {
  const names = data[split]?.classNames ?? [];
  const widest = Math.max(0, ...names.map(({length}) => length)) + 1;
  const name = names[label];
  return name === undefined || width - besideBar - widest < leastBar ? '' : name.padEnd(widest);
}

const score = (value: number): string => value.toFixed(2).padStart(5);
