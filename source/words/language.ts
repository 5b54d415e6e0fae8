import type * as russian from './ru/words.js';

/** The languages of the dashboard, the adviser, the lesson and the quiz. */
export const languages = ['en', 'ru'] as const;

/** See languages. */
export type Language = (typeof languages)[number];

/** The areas of words, a file each in every language. */
type Area = keyof typeof russian;

let language: Language = 'en';
let translation: Readonly<Record<Area, object>> | undefined;
let isRead = false;

/** Takes up a language, before anything is loaded that has words. Those of another than English are loaded only then. */
export async function speak(wanted: Language): Promise<void> {
  if (wanted === 'ru') speakRussian(await import('./ru/words.js'));
}

/**
 * Takes up Russian with its words.
 * @throws where words have been read: they are read once
 */
export function speakRussian(words: typeof russian): void {
  if (isRead) throw new Error('words were read before Russian was taken up');
  translation = words;
  language = 'ru';
}

/** The language that is spoken. */
export const spokenLanguage = (): Language => language;

/** The words of an area in the language that is spoken. A translation has the type `Translated`, so it fits as well. */
export function inLanguage<English extends object>(area: Area, english: English): English {
  isRead = true;
  return (translation?.[area] as English | undefined) ?? english;
}
