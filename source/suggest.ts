import {readdirSync} from 'node:fs';
import path from 'node:path';
import leven from 'leven';

/**
 * The word of a list that a mistyped word was probably meant to be: the one with the fewest letters to change, at most
 * a third of them, else the only one that begins with it or has its letters as initials (`lr` for `learning-rate`).
 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const small = typed.toLowerCase();
  const most = Math.max(1, Math.ceil(small.length / 3));
  const ranked = words
    .map(word => ({word, distance: leven(small, word.toLowerCase())}))
    .filter(({word, distance}) => distance <= most && distance < word.length)
    .sort((a, b) => a.distance - b.distance);
  if (ranked[0] !== undefined) return ranked[0].word;
  const initials = (word: string): string => word.replace(/([a-z])[a-z]*-?/g, '$1');
  const others = words.filter(word => (small.length > 1 && word.startsWith(small)) || initials(word) === small);
  return others.length === 1 ? others[0] : undefined;
}

/** The end of an error message: `; did you mean train?`, or nothing. */
export function didYouMean(typed: string, words: readonly string[], prefix = ''): string {
  const word = nearest(typed, words);
  return word === undefined ? '' : `; did you mean ${prefix}${word}?`;
}

/** The same for a file that is not there, from the names in its folder. */
export function didYouMeanFile(file: string): string {
  const folder = path.dirname(file);
  let names: string[];
  try {
    names = readdirSync(folder).slice(0, 10_000);
  } catch {
    return '';
  }
  // What counts is the name, not its ending, which most files of a folder share.
  const stem = (name: string): string => name.replace(/(?<=.)\.\w+$/, '');
  const near = nearest(stem(path.basename(file)), names.map(stem));
  const name = names.find(candidate => stem(candidate) === near);
  return name === undefined || name === path.basename(file)
    ? ''
    : `; did you mean ${folder === '.' ? name : path.join(folder, name)}?`;
}
