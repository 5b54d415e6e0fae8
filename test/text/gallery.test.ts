import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {gallery, picturesPerRow} from '../../source/text/gallery.js';
import {themeOf} from '../helpers/frame-theme.js';

/** A picture that is ink all over. */
const black = new Uint8Array(784).fill(255);
const pictures = Array.from({length: 5}, (_, index) => ({pixels: black, caption: `c${index}`, role: 'dim' as const}));
const size = {columns: 3, lines: 2};

describe('a gallery', () => {
  it('has rows of pictures with their captions below, as many as fit', () => {
    assert.equal(picturesPerRow(11, size), 3);
    assert.deepEqual(gallery(pictures, 11, 6, size, themeOf('Unicode')), [
      ...['███ ███ ███', '███ ███ ███', 'c0  c1  c2'],
      ...['███ ███', '███ ███', 'c3  c4'],
    ]);
    assert.equal(gallery(pictures, 11, 5, size, themeOf('Unicode')).length, 3);
    assert.deepEqual(gallery([], 11, 5, size, themeOf('Unicode')), []);
  });
});
