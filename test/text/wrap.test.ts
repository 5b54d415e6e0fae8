import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {wrap} from '../../source/text/wrap.js';

describe('wrapping', () => {
  it('breaks between words, and nowhere else', () => {
    assert.deepEqual(wrap('the quick brown fox', 9), ['the quick', 'brown fox']);
    assert.deepEqual(wrap('the quick brown fox', 10), ['the quick', 'brown fox']);
    assert.deepEqual(wrap('the quick brown fox', 19), ['the quick brown fox']);
    assert.deepEqual(wrap('', 9), []);
  });

  it('breaks a word that is longer than a line', () => {
    assert.deepEqual(wrap('/data/folder/w.npz is there', 8), ['/data/fo', 'lder/w.n', 'pz is', 'there']);
  });

  it('leaves a dash with the word before it, where there is another place to break', () => {
    assert.deepEqual(wrap('a digit — it is', 9), ['a digit —', 'it is']);
    assert.deepEqual(wrap('a digit — it is', 8), ['a', 'digit —', 'it is']);
    assert.deepEqual(wrap('digit — a', 5), ['digit', '— a']);
  });

  it('leaves a percent sign with its number', () => {
    assert.deepEqual(wrap('it had 88.3 %. Then', 12), ['it had', '88.3 %. Then']);
    assert.deepEqual(wrap('it had 88.3 % then', 12), ['it had', '88.3 % then']);
  });

  it('cuts the last line that there may be after a whole word, with a mark', () => {
    assert.deepEqual(wrap('one two three four', 8, 2, '…'), ['one two', 'three…']);
    assert.deepEqual(wrap('one two three four', 8, 2, '...'), ['one two', 'three...']);
    assert.deepEqual(wrap('one two three', 8, 2, '…'), ['one two', 'three']);
    assert.deepEqual(wrap('one threefour', 8, 2, '…'), ['one', 'threefo…']);
  });

  it('never exceeds the width and loses no letter where there may be lines enough', () => {
    const text = 'engine tensorflow: the npm package @tensorflow/tfjs-node-gpu is not installed; to get it: setup';
    for (let width = 1; width <= 100; width++) {
      const lines = wrap(text, width);
      assert.ok(
        lines.every(line => line.length <= width && line.length > 0),
        `${width}`,
      );
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
    }
  });
});
