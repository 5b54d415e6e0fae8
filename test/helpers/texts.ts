import {readdirSync} from 'node:fs';

/** Every text of a language, by its area and its names: `keys.one.help`. */
export async function textsOf(language: 'en' | 'ru'): Promise<Map<string, string>> {
  const folder = new URL(`../../source/words/${language}/`, import.meta.url);
  const texts = new Map<string, string>();
  const collect = (name: string, value: unknown): void => {
    if (typeof value === 'string') texts.set(name, value);
    else for (const [key, each] of Object.entries(value as object)) collect(`${name}.${key}`, each);
  };
  const files = readdirSync(folder).filter(name => name.endsWith('.js') && name !== 'words.js');
  for (const file of files) {
    const words: object = await import(new URL(file, folder).href);
    for (const [name, each] of Object.entries(words)) collect(`${file.slice(0, -3)}.${name}`, each);
  }
  return texts;
}

/** The names in a text, sorted, each once. */
export const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
