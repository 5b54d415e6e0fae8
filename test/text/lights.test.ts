import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {lights} from '../../source/text/lights.js';
import {themeOf} from '../helpers/frame-theme.js';

const [unicode, ascii, colours] = [themeOf('Unicode'), themeOf('ASCII'), themeOf('Unicode, colours')];

describe('lights', () => {
  it('are dark at 0 and the brighter the larger their share', () => {
    assert.deepEqual(lights([0, 0.01, 0.1, 0.25, 0.5, 1], 6, 1, unicode), [' ░▒▓██']);
    assert.deepEqual(lights([0, 0.02, 1], 3, 1, ascii), [' :#']);
  });

  it('stand in rows that are alike, by index', () => {
    assert.deepEqual(lights([1, 0, 0, 1, 1], 3, 2, ascii), ['#  ', '## ']);
  });

  it('are two to a character where there is less room, and then only shine or do not', () => {
    assert.deepEqual(lights([1, 1, 0, 0, 0.1, 0, 1, 0], 4, 1, unicode), ['█▀▄ ']);
    assert.deepEqual(lights([1, 1, 0, 0, 0.1, 0, 1, 0], 4, 1, ascii), [":'. "]);
  });

  it('have greys of their own for the upper and the lower one', () => {
    const [line = ''] = lights([0, 1, 1, 0], 2, 1, colours);
    assert.equal(stripVTControlCharacters(line), '▀▀');
    // Black is 16 and white 231 in the palette of 256 colours.
    assert.equal(line, '\u001B[38;5;16;48;5;231m▀\u001B[38;5;231;48;5;16m▀\u001B[39;49m');
  });

  it('beyond the room are left out', () => {
    assert.deepEqual(lights(new Array<number>(100).fill(1), 3, 2, ascii), [':::', ':::']);
  });
});
