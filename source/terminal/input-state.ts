import {ControlString, stringOpeners} from './control-string.js';
import {type KeyEvent, keyEvent} from './events.js';
import {keyOfCharacter} from './key-codes.js';
import type {Paste} from './paste.js';

/** A sequence of keys and answers, `ESC [ …`, or of keys, `ESC O …`. `alt`: one more ESC went before. */
export type Sequence = {readonly kind: 'control' | 'shift'; readonly alt: boolean; readonly text: string};

/** What is being read: plain characters, or something of which a part has come. */
export type State =
  | {readonly kind: 'ground'}
  | {readonly kind: 'escape'; readonly alt: boolean}
  | Sequence
  | {readonly kind: 'mouse'; readonly missing: number}
  | {readonly kind: 'string'; readonly string: ControlString}
  | {readonly kind: 'paste'; readonly paste: Paste};

/** Nothing is waited for. */
export const ground: State = {kind: 'ground'};

/** The sequence that ESC and a character begin, if they begin one. */
export function openedBy(character: string, alt: boolean): State | undefined {
  if (character === '[') return {kind: 'control', alt, text: ''};
  if (character === 'O') return {kind: 'shift', alt, text: ''};
  return stringOpeners.includes(character) ? {kind: 'string', string: new ControlString(character)} : undefined;
}

/** The letter that with ESC stands for one of the control characters above ASCII; undefined for other characters. */
export function escapedFormOf(character: string): string | undefined {
  const code = character.charCodeAt(0);
  return code >= 0x80 && code < 0xa0 ? String.fromCharCode(code - 0x40) : undefined;
}

/** The keys in what has begun like a sequence, when no more of it comes. */
export function keysOfRest(state: State): KeyEvent[] {
  const press = keyEvent('escape');
  switch (state.kind) {
    case 'escape':
      return state.alt ? [press, press] : [press];
    case 'control':
    case 'shift':
      return state.text === '' ? [keyOfCharacter(state.kind === 'control' ? '[' : 'O', {alt: true})] : [];
    case 'string': {
      const {length, opener, escaped} = state.string;
      const opening = length === 0 ? [keyOfCharacter(opener, {alt: true})] : [];
      return escaped ? [...opening, press] : opening;
    }
    case 'mouse':
    case 'ground':
    case 'paste':
      return [];
  }
}
