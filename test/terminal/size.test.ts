import assert from 'node:assert/strict';
import {it} from 'node:test';
import {sizeOf} from '../../source/terminal/size.js';

it("a terminal's size is what it tells, else what the environment says, else 80 × 24", () => {
  assert.deepEqual(sizeOf({columns: 120, rows: 40}, {COLUMNS: '10', LINES: '5'}), {columns: 120, rows: 40});
  assert.deepEqual(sizeOf({columns: 0, rows: 0}, {COLUMNS: '100', LINES: '30'}), {columns: 100, rows: 30});
  assert.deepEqual(sizeOf({columns: 0, rows: 0}, {}), {columns: 80, rows: 24});
  assert.deepEqual(sizeOf({}, {COLUMNS: 'wide', LINES: '-3'}), {columns: 80, rows: 24});
});
