import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {exitCodes, exitMeanings} from '../../source/exit-codes.js';
import {lineKinds} from './json-lines.js';
import type {Fields, LineKind, Shape} from './json-shape.js';

/** The page that documents `--json` and the exit codes. */
export const jsonDocsPath = fileURLToPath(new URL('../../../docs/json.md', import.meta.url));

/** The page as it stands, its line ends as they are in the repository. */
export const readJsonDocs = (): string => readFileSync(jsonDocsPath, 'utf8').replaceAll('\r\n', '\n');

/** The page as it should be, from the tables. */
export function currentJsonDocs(): string {
  const commands = [...new Set(Object.values(lineKinds).map(({command}) => command))];
  return `# JSON output and exit codes

With \`--json\` a command writes one JSON object a line to standard output, and nothing else; errors stay on standard
error, as text. New versions add fields and kinds of lines; they change and remove none. A test holds the program
against this page.

${commands.map(section).join('\n')}
## Exit codes

| code | meaning |
| --- | --- |
${Object.entries(exitCodes)
  .map(([name, code]) => `| ${code} | ${exitMeanings[name as keyof typeof exitCodes]} |`)
  .join('\n')}
`;
}

function section(command: string): string {
  const kinds = (Object.values(lineKinds) as readonly LineKind[]).filter(kind => kind.command === command);
  const tables = kinds.map(
    ({when, fields}) => `A line ${when}:\n\n| field | value | meaning |\n| --- | --- | --- |\n${rows(fields, '')}\n`,
  );
  return `## ${command}\n\n${tables.join('\n')}`;
}

function rows(fields: Fields, prefix: string): string {
  return Object.entries(fields)
    .flatMap(([name, [shape, meaning]]) => {
      const label = `${prefix}${name.replace('?', '')}`;
      const row = `| \`${label}\` | ${wordsOf(shape)}${name.endsWith('?') ? ', or missing' : ''} | ${meaning} |`;
      const inner = innerFields(shape);
      return inner === undefined ? [row] : [row, rows(inner.fields, `${label}${inner.many ? '[]' : ''}.`)];
    })
    .join('\n');
}

function innerFields(shape: Shape): {fields: Fields; many: boolean} | undefined {
  if (typeof shape === 'string') return undefined;
  if ('object' in shape) return {fields: shape.object, many: false};
  return 'list' in shape && typeof shape.list === 'object' && 'object' in shape.list
    ? {fields: shape.list.object, many: true}
    : undefined;
}

function wordsOf(shape: Shape): string {
  if (typeof shape === 'string') return shape;
  if ('oneOf' in shape) return shape.oneOf.map(word => `\`"${word}"\``).join(', ');
  if ('object' in shape) return 'an object';
  return `a list of ${shape.length === undefined ? '' : `${shape.length} × `}${wordsOf(shape.list)}`;
}
