import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createPaint, type Role} from '../../source/text/paint.js';

const roles: readonly Role[] = ['title', 'accent', 'good', 'bad', 'train', 'test', 'limit', 'dim', 'inverse'];

describe('paint', () => {
  it('leaves text as it is without colours', () => {
    const paint = createPaint(false);
    for (const role of roles) assert.equal(paint(role, 'text'), 'text');
  });

  it('wraps text in codes of which the second undoes the first', () => {
    const paint = createPaint(true);
    assert.equal(paint('good', 'right'), '\u001B[32mright\u001B[39m');
    assert.equal(paint('bad', 'wrong'), '\u001B[31mwrong\u001B[39m');
    assert.equal(paint('inverse', 'x'), '\u001B[7mx\u001B[27m');
    // Foreground colours are undone by 39, bold and faint by 22, inverse by 27.
    const undo = new Map([
      [1, 22],
      [2, 22],
      [7, 27],
    ]);
    for (const role of roles) {
      const painted = paint(role, 'text');
      assert.equal(stripVTControlCharacters(painted), 'text');
      const [on, off] = painted.split('text').map(code => Number(code.slice(2, -1)));
      assert.equal(off, undo.get(on) ?? 39, role);
    }
  });

  it('has a colour of its own for each line of the chart, and for right and wrong', () => {
    const paint = createPaint(true);
    assert.equal(new Set((['train', 'test', 'limit', 'good', 'bad'] as const).map(role => paint(role, 'x'))).size, 5);
  });

  it('writes no codes around nothing', () => {
    assert.equal(createPaint(true)('title', ''), '');
  });
});
