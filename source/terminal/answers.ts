import type {AnswerEvent} from './events.js';

/**
 * An answer in the form of a control sequence, `ESC [ ? 62 ; 22 c`.
 * @param mark the character behind `ESC [` that sets answers apart from keys, or nothing
 * @returns undefined for answers that nobody here asks for
 */
export function answerOf(mark: string, parameters: readonly number[], ending: string): AnswerEvent | undefined {
  const [first, second] = parameters;
  switch (`${mark}${ending}`) {
    case '?c':
      return {type: 'answer', about: 'primary-attributes', attributes: parameters};
    case '>c':
      return {type: 'answer', about: 'secondary-attributes', attributes: parameters};
    case 'R':
    case '?R':
      if (first === undefined || second === undefined) return undefined;
      return {type: 'answer', about: 'cursor', row: first, column: second};
    case '?u':
      return first === undefined ? undefined : {type: 'answer', about: 'keyboard', flags: first};
    case '?$y':
      if (first === undefined || second === undefined) return undefined;
      return {type: 'answer', about: 'mode', mode: first, value: second};
    default:
      return undefined;
  }
}

const colour =
  /^(1[01]);(?:rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?|#([\da-f]{6}|[\da-f]{12}))$/i;

/** The answer in an operating system command, `ESC ] 11 ; rgb:1e1e/1e1e/1e1e`: the colours of text and background. */
export function colourAnswer(body: string): AnswerEvent | undefined {
  const [, what, red, green, blue, digits] = colour.exec(body) ?? [];
  if (what === undefined) return undefined;
  const size = (digits?.length ?? 0) / 3;
  const parts = digits === undefined ? [red, green, blue] : [0, 1, 2].map(n => digits.slice(n * size, (n + 1) * size));
  const share = (part = ''): number => Number.parseInt(part, 16) / (16 ** part.length - 1);
  return {
    type: 'answer',
    about: what === '10' ? 'foreground' : 'background',
    red: share(parts[0]),
    green: share(parts[1]),
    blue: share(parts[2]),
  };
}
