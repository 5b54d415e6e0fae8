import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import stringWidth from 'string-width';
import {plainColumns} from '../../source/text/columns.js';

describe('the columns of a line', () => {
  it('are those that string-width counts, for every character that it takes on', () => {
    for (let code = 0; code < 0x1_0000; code++) {
      const columns = plainColumns(String.fromCharCode(code));
      if (columns !== undefined) assert.equal(columns, stringWidth(String.fromCharCode(code)), code.toString(16));
    }
  });

  it('are counted for all that the panels draw, colours left out', () => {
    assert.equal(plainColumns(''), 0);
    assert.equal(plainColumns('▀▄█▌▐▏┊╭╮╰╯─│═┤✓✗▸…·±×≤—«ёЯ»⠋⣿→'), 31);
    assert.equal(plainColumns('\u001B[38;5;16;48;5;255m▀▀\u001B[39;49m 7\u001B[0m'), 4);
  });

  it('are not told where a character may take none or two, or a sequence is none of colour', () => {
    for (const line of ['数', 'e\u0301', '😀', '\u200B', 'a\tb', '\u001B[2K', '\u001B[31', '\u001B]0;x\u0007'])
      assert.equal(plainColumns(line), undefined, JSON.stringify(line));
  });
});
