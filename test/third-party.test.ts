import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (...parts: string[]): string => readFileSync(path.join(root, ...parts), 'utf8');

const thirdParty = read('dist', 'source', 'THIRD-PARTY.txt');

/** The folder of the package that a bundled file belongs to: the nearest one whose package.json has a version. */
function packageFolder(file: string): string {
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    const about = path.join(root, folder, 'package.json');
    if (existsSync(about) && 'version' in JSON.parse(readFileSync(about, 'utf8'))) return folder;
  }
  assert.fail(`${file} belongs to no package`);
}

const {inputs} = JSON.parse(read('dist', 'bundle.json')) as {inputs: readonly string[]};
const folders = new Set(inputs.filter(file => file.includes('node_modules')).map(packageFolder));

/** The text of one package in the file of licences. */
function sectionOf(name: string, version: string): string {
  const start = thirdParty.indexOf(`${name} ${version}\n\n`);
  assert.ok(start === 0 || thirdParty[start - 1] === '\n', `${name} ${version} is not named`);
  return thirdParty
    .slice(start)
    .split(`\n${'-'.repeat(72)}\n`, 1)
    .join('');
}

describe('the file of licences', () => {
  it('has every package that is in the bundles, with its own licence', () => {
    assert.ok(folders.size >= 40);
    for (const folder of folders) {
      const {name, version} = JSON.parse(read(folder, 'package.json')) as {name: string; version: string};
      const section = sectionOf(name, version);
      assert.match(section, /copyright/i, name);
      assert.match(section, /permission|redistribution/i, name);
      const licence = readdirSync(path.join(root, folder)).find(file => /^licen[cs]e\b/i.test(file));
      if (licence !== undefined) assert.ok(section.includes(read(folder, licence).trim()), name);
    }
  });

  it('has what the packages carry inside themselves', () => {
    const carried = read('node_modules', 'meow', 'build', 'licenses.md');
    const names = [...carried.matchAll(/^Name: (.+)$/gm)].map(([, name]) => name);
    assert.ok(names.length >= 30 && names.includes('yargs-parser'));
    const {version} = JSON.parse(read('node_modules', 'meow', 'package.json')) as {version: string};
    assert.ok(sectionOf('meow', version).includes(carried.trim()));
  });

  it('names the packages that one knows to be in the program', () => {
    for (const name of ['ink', 'ink-spinner', 'react', 'react-reconciler', 'yoga-layout', 'meow', 'asciichart']) {
      assert.match(thirdParty, new RegExp(`^${name} \\d`, 'm'));
    }
  });
});
