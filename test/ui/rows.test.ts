import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Operation, rowsOf} from '../../source/ui/rows.js';

const write = (x: number, y: number, text: string): Operation => ({type: 'write', x, y, text, transformers: []});

describe('rows put together whole', () => {
  it('have blanks between texts, whatever their order', () => {
    assert.deepEqual(rowsOf([write(4, 0, 'c\nd'), write(0, 0, 'a'), write(1, 1, 'b')], 3), ['a   c', ' b  d', '']);
  });

  it('end where they are cut off below', () => {
    const clip: Operation = {type: 'clip', clip: {y1: 0, y2: 1}};
    assert.deepEqual(rowsOf([clip, write(0, 0, 'a\nb'), {type: 'unclip'}, write(0, 1, 'c')], 2), ['a', 'c']);
  });

  it('are left to Ink where a text is wide, lies over another, or is cut at its left', () => {
    const clip: Operation = {type: 'clip', clip: {x1: 1, x2: 3}};
    assert.equal(rowsOf([write(0, 0, '数字')], 1), undefined);
    assert.equal(rowsOf([write(0, 0, 'abc'), write(2, 0, 'd')], 1), undefined);
    assert.equal(rowsOf([clip, write(0, 0, 'abcd')], 1), undefined);
  });

  it('are cut at the right, with their colours switched off', () => {
    const clip: Operation = {type: 'clip', clip: {x1: 0, x2: 3}};
    assert.deepEqual(rowsOf([clip, write(0, 0, '\u001B[31mabcd\u001B[39m')], 1), ['\u001B[31mabc\u001B[39m']);
    assert.deepEqual(rowsOf([clip, write(3, 0, 'abcd')], 1), ['']);
  });
});
