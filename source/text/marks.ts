import type {Theme} from './theme.js';

/** The sign of a right answer, or of a wrong one. */
export const markOf = (isRight: boolean, {unicode}: Theme): string =>
  unicode ? (isRight ? '✓' : '✗') : isRight ? '+' : '-';

/** A mark for each answer, right or wrong. */
export function marks(answers: readonly {readonly isRight: boolean}[], theme: Theme): string {
  return answers.map(({isRight}) => theme.paint(isRight ? 'good' : 'bad', markOf(isRight, theme))).join('');
}

/** What points at something that is chosen; a blank before all else. */
export const pointerTo = (isChosen: boolean, {unicode}: Theme): string => (isChosen ? (unicode ? '▸' : '>') : ' ');

/** What stands in the place of what is cut off. */
export const ellipsis = ({unicode}: Theme): string => (unicode ? '…' : '...');
