import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {type StyledChar, styledCharsFromTokens, tokenize} from '@alcalzone/ansi-tokenize';
import {type Operation, rowsOf} from '../../source/ui/rows.js';

/** Ink's own, which is not exported. */
type Output = {
  readonly operations: readonly Operation[];
  readonly height: number;
  get(): {readonly output: string};
};
const ink = path.dirname(createRequire(import.meta.url).resolve('ink'));
const {default: inkOutput} = (await import(pathToFileURL(path.join(ink, 'output.js')).href)) as {
  default: {prototype: Output};
};

/** The cells of a row: each character with its colours, without blanks at the end. */
function cellsOf(row: string): string[] {
  const cell = ({value, styles}: StyledChar): string => `${value} ${styles.map(({code}) => code).sort()}`;
  const cells = styledCharsFromTokens(tokenize(row)).map(cell);
  while (cells.at(-1) === '  ') cells.pop();
  return cells;
}

/** What `draw` gives, and how many frames Ink drew meanwhile; each is compared with its rows put together whole. */
export function comparingRows<Result>(draw: () => Result): [Result, number] {
  const {get} = inkOutput.prototype;
  let frames = 0;
  inkOutput.prototype.get = function (this: Output) {
    const drawn = get.call(this);
    const rows = rowsOf(this.operations, this.height);
    assert.ok(rows, drawn.output);
    const drawnRows = drawn.output.split('\n');
    assert.equal(rows.length, drawnRows.length);
    for (const [place, row] of rows.entries()) {
      const drawnRow = drawnRows[place] ?? '';
      if (row !== drawnRow) assert.deepEqual(cellsOf(row), cellsOf(drawnRow));
    }
    frames++;
    return drawn;
  };
  try {
    return [draw(), frames];
  } finally {
    inkOutput.prototype.get = get;
  }
}
