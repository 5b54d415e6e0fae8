import type {Theme} from './theme.js';

/** A mark for each answer, right or wrong. */
export function marks(answers: readonly {readonly isRight: boolean}[], {unicode, paint}: Theme): string {
  const [right, wrong] = unicode ? ['✓', '✗'] : ['+', '-'];
  return answers.map(({isRight}) => (isRight ? paint('good', right) : paint('bad', wrong))).join('');
}
