import {type KeyEvent, keyEvent, type Modifiers} from './events.js';

/** Keys that end a control sequence with a letter: `ESC [ A`, `ESC [ 1 ; 5 A`, and `ESC O A`. */
export const letterKeys: Readonly<Record<string, string>> = {
  ...{A: 'up', B: 'down', C: 'right', D: 'left', E: 'begin', F: 'end', H: 'home'},
  ...{P: 'f1', Q: 'f2', R: 'f3', S: 'f4'},
};

/** Keys of the numeric pad in its application mode, `ESC O p`; the value is what they type, or their name. */
export const keypadKeys: Readonly<Record<string, string>> = {
  ...{' ': ' ', I: 'tab', M: 'return', X: '=', j: '*', k: '+', l: ',', m: '-', n: '.', o: '/'},
  ...{p: '0', q: '1', r: '2', s: '3', t: '4', u: '5', v: '6', w: '7', x: '8', y: '9'},
};

/** Keys with a number: `ESC [ 5 ~`. Home and End have two, by the terminal's descent. */
export const numberedKeys: Readonly<Record<number, string>> = {
  ...{1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end', 29: 'menu'},
  ...{11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10'},
  ...{23: 'f11', 24: 'f12', 25: 'f13', 26: 'f14', 28: 'f15', 31: 'f17', 32: 'f18', 33: 'f19', 34: 'f20'},
};

/** The first of kitty's numbers for the pad's digits, for F13, and the keys between and after; others are dropped. */
const kittyDigits = 57399;
const kittyF13 = 57376;
const kittyF35 = 57398;
const kittyKeys: Readonly<Record<number, string>> = {
  ...{57361: 'printscreen', 57362: 'pause', 57363: 'menu'},
  ...{57409: '.', 57410: '/', 57411: '*', 57412: '-', 57413: '+', 57414: 'return', 57415: '=', 57416: ','},
  ...{57417: 'left', 57418: 'right', 57419: 'up', 57420: 'down', 57421: 'pageup', 57422: 'pagedown'},
  ...{57423: 'home', 57424: 'end', 57425: 'insert', 57426: 'delete', 57427: 'begin'},
};

/** Control characters that are keys of their own; all others are Ctrl with a character. */
const controlKeys: Readonly<Record<string, string>> = {
  '\b': 'backspace',
  '\t': 'tab',
  '\n': 'return',
  '\r': 'return',
  '\u001B': 'escape',
  '\u007F': 'backspace',
};

/** The key behind one character as it comes, a control character too. */
export function keyOfCharacter(character: string, modifiers: Partial<Modifiers> = {}): KeyEvent {
  const name = controlKeys[character];
  if (name !== undefined) return keyEvent(name, '', modifiers);
  const code = character.charCodeAt(0);
  if (code >= 0x20) return typingKey(character, modifiers);
  const held = code === 0 ? ' ' : String.fromCharCode(code + 0x40).toLowerCase();
  return keyEvent(held, '', {...modifiers, ctrl: true});
}

/**
 * The key with a number of the protocols that give every key one: kitty's, `ESC [ 116 ; 5 u`, and xterm's.
 * @param typed what it types, if the terminal says so
 * @returns undefined for a number that is no key, or of a modifier
 */
export function keyOfNumber(number: number, modifiers: Modifiers, typed: string | undefined): KeyEvent | undefined {
  if (number >= kittyF13 && number <= kittyF35) return keyEvent(`f${number - kittyF13 + 13}`, '', modifiers);
  const character =
    number >= kittyDigits && number < kittyDigits + 10 ? String(number - kittyDigits) : kittyKeys[number];
  if (character !== undefined) {
    return character.length === 1 ? typingKey(typed ?? character, modifiers) : keyEvent(character, '', modifiers);
  }
  if (number === 0) return typed === undefined ? undefined : typingKey(typed, modifiers);
  if (number < 0 || number > 0x10ffff || isPrivate(number)) return undefined;
  const plain = String.fromCodePoint(number);
  const name = controlKeys[plain];
  if (name !== undefined) return keyEvent(name, '', modifiers);
  if (number < 0x20 || (number >= 0x80 && number < 0xa0)) return undefined;
  return typingKey(typed ?? (modifiers.shift && types(modifiers) ? plain.toUpperCase() : plain), modifiers);
}

/** Surrogates, which are no characters, and the private use area, where kitty's other keys lie. */
const isPrivate = (number: number): boolean => number >= 0xd800 && number < 0xf900;

/** Whether a key's text is not taken away by what is held. */
const types = ({ctrl, alt, super: superKey, meta}: Partial<Modifiers>): boolean => !(ctrl || alt || superKey || meta);

const typingKey = (character: string, modifiers: Partial<Modifiers>): KeyEvent =>
  keyEvent(character, types(modifiers) ? character : '', modifiers);
