import {answerOf} from './answers.js';
import {type InputEvent, type KeyEvent, keyEvent, type Modifiers} from './events.js';
import {keyOfNumber, keypadKeys, letterKeys, numberedKeys} from './key-codes.js';
import {mouseEvent} from './mouse.js';

/** Parameters are parted by `;`, and each may have further parts behind `:`; one that is left out is undefined. */
type Parameters = readonly (readonly (number | undefined)[])[];

const grammar = /^([<-?]?)([\d:;]*)([ -/]*)$/;
/** The letters with which rxvt ends a key with a number, for what was held. */
const rxvtEndings: Readonly<Record<string, Partial<Modifiers>>> = {
  $: {shift: true},
  '^': {ctrl: true},
  '@': {ctrl: true, shift: true},
};
const rxvtArrows: Readonly<Record<string, string>> = {a: 'up', b: 'down', c: 'right', d: 'left'};
const linuxFunctionKeys: Readonly<Record<string, string>> = {A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5'};
const releaseEvent = 3;

/**
 * What a control sequence, `ESC [ text final`, says.
 * @param alt whether one more ESC went before it, as rxvt sends keys with Alt
 * @returns undefined for what is unknown, and for the release of a key
 */
export function controlSequenceEvent(text: string, final: string, alt: boolean): InputEvent | undefined {
  if (text === '[') return functionKey(linuxFunctionKeys[final], alt);
  const [, mark, parameterText, intermediates] = grammar.exec(text) ?? [];
  if (mark === undefined || parameterText === undefined || intermediates === undefined) return undefined;
  const parameters = parametersOf(parameterText);
  const numbers = parameters.map(([number]) => number ?? 0);
  if (mark === '<' && intermediates === '' && (final === 'M' || final === 'm')) return mouseEvent(numbers, final);
  if (mark !== '' || intermediates !== '') return answerOf(mark, numbers, `${intermediates}${final}`);
  if (text === '' && (final === 'I' || final === 'O')) return {type: 'focus', focused: final === 'I'};
  if (final === 'R' && numbers.length === 2) return answerOf(mark, numbers, final);
  return keyOfSequence(parameters, final, alt);
}

/** What a key in the form `ESC O text final` is: arrows and function keys in one mode, the numeric pad in another. */
export function shiftedKey(text: string, final: string, alt: boolean): KeyEvent | undefined {
  // With mintty's application escape key on, Esc is `ESC O [`.
  if (final === '[' && text === '') return keyEvent('escape', '', {alt});
  if (rxvtArrows[final] !== undefined) return keyEvent(rxvtArrows[final], '', {alt, ctrl: true});
  const held = modifiersOf(parametersOf(text), alt);
  const name = letterKeys[final];
  if (name !== undefined) return keyEvent(name, '', held);
  const pad = keypadKeys[final];
  if (pad === undefined) return undefined;
  return pad.length > 1 ? keyEvent(pad, '', held) : keyOfNumber(pad.charCodeAt(0), {...held, shift: false}, undefined);
}

function keyOfSequence(parameters: Parameters, final: string, alt: boolean): KeyEvent | undefined {
  if (parameters[1]?.[1] === releaseEvent) return undefined;
  const held = modifiersOf(parameters, alt);
  const [number] = parameters[0] ?? [];
  const ending = rxvtEndings[final];
  if (final === 'u') return numbered(parameters, held);
  if (final === '~' && number === 27) return keyOfNumber(parameters[2]?.[0] ?? -1, held, undefined);
  if (final === '~') return functionKey(numberedKeys[number ?? 0], held);
  if (ending !== undefined) return functionKey(numberedKeys[number ?? 0], {alt, ...ending});
  if (parameters.length === 0 && rxvtArrows[final]) return keyEvent(rxvtArrows[final], '', {alt, shift: true});
  if (final === 'Z') return keyEvent('tab', '', {...held, shift: true});
  // Ctrl+Tab of mintty.
  if (final === 'I') return keyEvent('tab', '', held);
  return functionKey(letterKeys[final], held);
}

/** A key in kitty's form: number, shifted number : modifiers, event : code points of its text. */
function numbered([key, , text]: Parameters, held: Modifiers): KeyEvent | undefined {
  const [number = -1, shifted] = key ?? [];
  const points = (text ?? []).filter(point => point !== undefined);
  if (points.some(point => !isText(point)) || (shifted !== undefined && !isText(shifted))) return undefined;
  const typed = points.length > 0 ? String.fromCodePoint(...points) : undefined;
  return keyOfNumber(number, held, typed ?? (held.shift && shifted ? String.fromCodePoint(shifted) : undefined));
}

const isText = (point: number): boolean =>
  point >= 0x20 && point <= 0x10ffff && !(point >= 0x7f && point < 0xa0) && !(point >= 0xd800 && point < 0xe000);

function functionKey(name: string | undefined, held: boolean | Partial<Modifiers>): KeyEvent | undefined {
  if (name === undefined) return undefined;
  return keyEvent(name, '', typeof held === 'boolean' ? {alt: held} : held);
}

function parametersOf(text: string): Parameters {
  if (text === '') return [];
  return text.split(';').map(parameter => parameter.split(':').map(part => (part === '' ? undefined : Number(part))));
}

/** What was held: the second parameter less one, bit by bit; some terminals leave the first out. */
function modifiersOf(parameters: Parameters, alt: boolean): Modifiers {
  const value = Math.max(1, parameters[1]?.[0] ?? 1) - 1;
  const has = (bit: number): boolean => (value & bit) !== 0;
  return {shift: has(1), alt: alt || has(2), ctrl: has(4), super: has(8), meta: has(16) || has(32)};
}
