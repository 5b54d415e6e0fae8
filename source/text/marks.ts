import type {Theme} from './theme.js';

/** The sign of a right answer, or of a wrong one. */
export const markOf = (isRight: boolean, {unicode}: Theme): string =>
  unicode ? (isRight ? '✓' : '✗') : isRight ? '+' : '-';

/** A mark for each answer, right or wrong. */
export function marks(answers: readonly {readonly isRight: boolean}[], theme: Theme): string {
  return answers.map(({isRight}) => theme.paint(isRight ? 'good' : 'bad', markOf(isRight, theme))).join('');
}
