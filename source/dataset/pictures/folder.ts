import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from '../../errors.js';

const byName = new Intl.Collator('en', {numeric: true});

/**
 * The files that a path stands for: itself, or the PNG and JPEG files of a folder in the order of their names.
 * @throws UserError for a folder without any, or one that cannot be read
 */
export async function picturesAt(place: string): Promise<string[]> {
  const found = await stat(place).catch(() => undefined);
  if (found?.isDirectory() !== true) return [place];
  const names = await readdir(place).catch(error => {
    throw new UserError(`${place}: cannot be read (${messageOf(error)})`);
  });
  const pictures = names.filter(name => /^[^.].*\.(png|jpe?g)$/i.test(name)).sort(byName.compare);
  if (pictures.length === 0) throw new UserError(`${place}: no PNG or JPEG in this folder`);
  return pictures.map(name => path.join(place, name));
}
