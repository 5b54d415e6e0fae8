import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the program's sources. */
export const root = fileURLToPath(new URL('../../../source', import.meta.url));

/** An import of the program. */
export type Import = {
  /** Path of the importing file and of the imported one below source/, with slashes; or the name of a package. */
  readonly from: string;
  readonly to: string;
  /** `open`: what the catalogue of engines imports only when an engine is opened. */
  readonly kind: 'value' | 'type' | 'dynamic' | 'worker' | 'process' | 'open';
};

/** The imports of a TypeScript file's text. */
export function importsOf(text: string): {specifier: string; kind: Import['kind']}[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found: {specifier: string; kind: Import['kind']}[] = [];
  for (const [, keyword, names = '', specifier] of code.matchAll(
    /^(import|export)\s(?:([^'";]*?)\sfrom\s)?\s*['"]([^'"]+)['"]/gm,
  )) {
    const each = names
      .replace(/[{}\s]+/g, ' ')
      .trim()
      .split(/ ?, ?/);
    const onlyTypes =
      /^type\s/.test(names.trim()) || (names.includes('{') && each.every(name => /^(type\s.*)?$/.test(name)));
    assert.ok(keyword === 'import' || names !== '');
    found.push({specifier, kind: onlyTypes ? 'type' : 'value'});
  }
  for (const [, specifier] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) found.push({specifier, kind: 'dynamic'});
  for (const [, specifier] of code.matchAll(/new Worker\(\s*new URL\(\s*['"]([^'"]+)['"]/g)) {
    found.push({specifier, kind: 'worker'});
  }
  for (const [, specifier] of code.matchAll(/\bfork\(\s*(?:fileURLToPath\(\s*)?new URL\(\s*['"]([^'"]+)['"]/g)) {
    found.push({specifier, kind: 'process'});
  }
  return found;
}

/** The program's files, by their paths in that folder. */
export const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .map(file => file.split(path.sep).join('/'))
  .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.includes('/assembly/'));

/** Every import of these files. */
export const imports: Import[] = files.flatMap(from =>
  importsOf(readFileSync(path.join(root, from), 'utf8')).map(({specifier, kind}) => {
    if (!specifier.startsWith('.')) return {from, to: specifier, kind};
    const target = path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '');
    const to = files.find(file => file === `${target}.ts` || file === `${target}.tsx`);
    assert.ok(to !== undefined, `${from} imports ${specifier}, which is not there`);
    return {from, to, kind: from === 'engines/catalogue.ts' && kind === 'dynamic' ? 'open' : kind};
  }),
);

/** Whether it is one of these files, and no package. */
export const isOwn = (file: string): boolean => files.includes(file);
/** The folder, or the file's name for a file that stands in none. */
export const partOf = (file: string): string => file.split('/')[0].replace(/\.tsx?$/, '');
/** Every file that is loaded when a file is, each import followed whose kind is among those given. */
export function loadedFrom(start: string, kinds: readonly Import['kind'][]): Set<string> {
  const reached = new Set([start]);
  for (const file of reached) {
    for (const {from, to, kind} of imports) if (from === file && kinds.includes(kind)) reached.add(to);
  }
  return reached;
}
