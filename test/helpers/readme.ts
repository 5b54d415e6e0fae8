import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {optionsHelp} from '../../source/config/help.js';
import {bindings} from '../../source/ui/keymap.js';

/** The project's README. */
export const readmePath = fileURLToPath(new URL('../../../README.md', import.meta.url));

/** The parts of the README that are made from the program's tables, by the name in their markers. */
export const readmeParts: Readonly<Record<string, string>> = {
  keys: [
    '| key | what it does |',
    '| --- | --- |',
    ...bindings.map(({label, help}) => `| \`${label}\` | ${help} |`),
  ].join('\n'),
  options: ['```', ...optionsHelp(), '```'].join('\n'),
};

/** The README as it should be. */
export function currentReadme(): string {
  return Object.entries(readmeParts).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name}: begin -->\n)[^]*?(<!-- ${name}: end -->)`),
        (_, begin: string, end: string) => `${begin}${part}\n${end}`,
      ),
    readFileSync(readmePath, 'utf8').replaceAll('\r\n', '\n'),
  );
}
