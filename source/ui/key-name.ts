import type {KeyEvent} from '../terminal/events.js';

/** The letters of the Russian layout, and what stands on the same keys of the English one. */
const russian = {
  letters: 'йцукенгшщзхъфывапролджэячсмитьбюёХЪЖЭБЮЁ',
  places: `qwertyuiop[]asdfghjkl;'zxcvbnm,.\`{}:"<>~`,
} as const;
const places = new Map([...russian.letters].map((letter, index) => [letter, russian.places.charAt(index)]));
/** Characters that share their key with the one that is meant, so that Shift does not matter. */
const partners: Readonly<Record<string, string>> = {'=': '+', _: '-'};

/** What a character of the keyboard means: case does not count for letters, nor the Russian layout. */
function meaningOf(character: string): string {
  const place = places.get(character) ?? places.get(character.toLowerCase()) ?? character;
  return partners[place] ?? place.toLowerCase();
}

/**
 * A key's name in the table of keys, such as `t`, `left`, `ctrl+c`. Shift counts only together with Ctrl; every other
 * modifier makes another key of it.
 */
export function keyName({name, text, ctrl, alt, shift, super: superKey, meta}: KeyEvent): string {
  const held = [ctrl && 'ctrl', alt && 'alt', ctrl && shift && 'shift', superKey && 'super', meta && 'meta'];
  const key = [...(text || name)].length === 1 ? meaningOf(text || name) : name;
  return [...held.filter(modifier => modifier !== false), key].join('+');
}
