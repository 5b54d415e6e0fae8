import assert from 'node:assert/strict';
import {lineKinds} from './json-lines.js';
import {faultsOf, type LineKind} from './json-shape.js';

/** For each line of a command the kind that it is; a line that is of no kind fails the test. */
export function kindsOf(command: string, lines: readonly Record<string, unknown>[]): string[] {
  const kinds = (Object.entries(lineKinds) as [string, LineKind][]).filter(([, kind]) => kind.command === command);
  return lines.map(line => {
    const faults = kinds.map(([name, {fields}]) => ({name, found: faultsOf(line, {object: fields}, name)}));
    const right = faults.find(({found}) => found.length === 0);
    assert.ok(right !== undefined, `${command}: ${faults.map(({found}) => found.join(', ')).join('; ')}`);
    return right.name;
  });
}
