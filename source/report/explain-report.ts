import type {Split} from '../dataset/dataset.js';
import type {Explanation} from '../network/explain.js';
import {leadNumbers} from '../text/lead.js';
import {signedPicture, signs} from '../text/signed.js';
import type {Theme} from '../text/theme.js';

/** A digit whose answer is explained, and what its label and the two answers are called. */
export type Explained = {
  readonly index: number;
  readonly split: Split;
  readonly pixels: Uint8Array;
  /** Whether the hidden units have ReLU: else what pixels do not add is what a blank picture has. */
  readonly isRelu: boolean;
  readonly isRight: boolean;
  /** Whether the other digit is the one with the second-largest score. */
  readonly isRunnerUp: boolean;
  readonly names: {readonly label: string; readonly answer: string; readonly against: string};
};

/** The columns of the picture: two for each pixel. */
const columns = 56;

/** An explanation for people: the answer and its lead, the digit in signs, and the parts of the lead. */
export function explanationLines(
  {index, split, pixels, isRelu, isRight, isRunnerUp, names: {label, answer, against}}: Explained,
  explanation: Explanation,
  theme: Theme,
): string[] {
  const {paint} = theme;
  const {more, less, biases, lead} = leadNumbers(explanation);
  return [
    `${split} ${index}: answer ${answer}, ${isRight ? 'right' : 'wrong'} (label ${label}), leads ${against}${isRunnerUp ? ', the runner-up' : ''}`,
    ...signedPicture(explanation.contributions, pixels, columns, 'ascii', theme).map(line => line.trimEnd()),
    `${''.padStart(more.length)}  ink that counts for little: ${signs.ink}`,
    paint('more', `${more}  pixels for ${answer}: ${signs.more}`),
    paint('less', `${less}  pixels for ${against}: ${signs.less}`),
    `${biases}  ${isRelu ? 'biases' : 'a blank picture'}`,
    `${lead}  lead`,
  ];
}
