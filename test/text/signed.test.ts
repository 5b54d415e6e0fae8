import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {signedPicture} from '../../source/text/signed.js';
import {themeOf} from '../helpers/frame-theme.js';

const [plain, colours] = [themeOf('ASCII'), themeOf('Unicode, colours')];
const values = (entries: Readonly<Record<number, number>>): Float64Array => {
  const all = new Float64Array(784);
  for (const [pixel, value] of Object.entries(entries)) all[Number(pixel)] = value;
  return all;
};
const none = new Uint8Array(784);

describe('a picture of signed numbers', () => {
  it('has a sign for more and for less, a stronger one for much, and a dot for ink alone', () => {
    const ink = none.with(4, 200).with(0, 255);
    const [line] = signedPicture(values({0: 1, 1: -0.9, 2: 0.2, 3: -0.2, 4: 0.01}), ink, 56, 'blocks', plain);
    assert.equal(line?.trimEnd(), '##==++--..');
  });

  it('adds up the numbers that share a character', () => {
    const shared = values({0: 0.5, 28: -0.5, 1: 0.3, 29: 0.7, 2: -1});
    assert.equal(signedPicture(shared, none, 28, 'blocks', plain)[0]?.trimEnd(), ' #=');
    assert.equal(signedPicture(shared, none, 14, 'blocks', plain)[0]?.trimEnd(), '#=');
  });

  it('has the size that is asked for, and nothing where there is neither number nor ink', () => {
    for (const columns of [14, 28, 56] as const) {
      const lines = signedPicture(none, none, columns, 'ascii', colours);
      assert.deepEqual(lines, new Array<string>(columns / 2).fill(' '.repeat(columns)));
    }
  });

  it('is orange for more and blue for less in half blocks, as strong as the number', () => {
    const [line = ''] = signedPicture(values({0: 1, 28: -1, 1: 0.2, 29: -0.2}), none, 28, 'blocks', colours);
    assert.ok(line.startsWith('\u001B[38;5;214;48;5;75m▀\u001B[38;5;130;48;5;26m▀\u001B[38;5;16;48;5;16m▀'), line);
    const [whole = ''] = signedPicture(values({0: 1, 1: -1}), none.with(2, 9), 56, 'blocks', colours);
    assert.ok(whole.startsWith('\u001B[48;5;214m  \u001B[48;5;75m  \u001B[48;5;237m  \u001B[48;5;16m  '), whole);
  });

  it('shows the ink alone where nothing is a number', () => {
    const lines = signedPicture(new Float64Array(784).fill(Number.NaN), none.with(0, 9), 28, 'ascii', plain);
    assert.equal(lines.join('').trimEnd(), '.');
  });

  it('has its signs in colour where there are no blocks', () => {
    const [line = ''] = signedPicture(values({0: 1, 1: 1, 2: -1}), none, 28, 'ascii', colours);
    assert.equal(line.trimEnd(), `${colours.paint('more', '##')}${colours.paint('less', '=')}`);
  });
});
