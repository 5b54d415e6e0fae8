import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bar, progressBar, scoreBar} from '../../source/text/bars.js';

const shares = [
  ...Array.from({length: 401}, (_, index) => -0.5 + index / 200),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1e-9,
  1 - 1e-9,
];

for (const [name, draw] of Object.entries({bar, progressBar})) {
  it(`a ${name} has exactly its width, whatever its share`, () => {
    for (const share of shares) {
      for (const width of [0, 1, 2, 7, 33, 60]) {
        assert.equal(draw(share, width, true).length, width, `${share} of ${width}`);
        const ascii = draw(share, width, false);
        assert.equal(ascii.length, width, `${share} of ${width}`);
        assert.match(ascii, /^[ -~]*$/);
      }
    }
  });
}

describe('a bar', () => {
  it('is empty at 0, below it and for what is no number', () => {
    for (const share of [0, -0.2, -5, Number.NaN]) {
      assert.equal(bar(share, 4, true), '    ');
      assert.equal(bar(share, 4, false), '    ');
    }
  });

  it('is full at 1 and above', () => {
    for (const share of [1, 1.3, 50]) {
      assert.equal(bar(share, 4, true), '████');
      assert.equal(bar(share, 4, false), '####');
    }
  });

  it('counts in eighths of a column', () => {
    const eighths = Array.from({length: 9}, (_, index) => bar(index / 8, 1, true));
    assert.deepEqual(eighths, [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█']);
    assert.equal(bar(0.5, 5, true), '██▌  ');
    assert.equal(bar(0.3, 10, true), '███       ');
  });

  it('takes the nearest eighth, also where that is the next whole column', () => {
    assert.equal(bar(0.95 / 2, 2, true), '█ ');
    assert.equal(bar(0.93 / 2, 2, true), '▉ ');
    assert.equal(bar(0.05 / 2, 2, true), '  ');
    assert.equal(bar(0.07 / 2, 2, true), '▏ ');
  });

  it('grows with its share, never shrinks', () => {
    const ramp = ' ▏▎▍▌▋▊▉█';
    const length = (text: string): number => [...text].reduce((sum, mark) => sum + ramp.indexOf(mark), 0);
    let last = 0;
    for (let share = 0; share <= 1; share += 0.001) {
      const now = length(bar(share, 7, true));
      assert.ok(now >= last && Math.abs(now - share * 56) <= 0.5 + 1e-9, `${share}`);
      last = now;
    }
  });

  it('counts in whole columns in plain ASCII', () => {
    assert.equal(bar(0.5, 5, false), '###  ');
    assert.equal(bar(0.49, 4, false), '##  ');
  });
});

describe('a progress bar', () => {
  it('shows what is yet to come', () => {
    assert.equal(progressBar(0, 5, true), '░░░░░');
    assert.equal(progressBar(0.58, 10, true), '██████░░░░');
    assert.equal(progressBar(1, 3, true), '███');
    assert.equal(progressBar(0.58, 10, false), '######....');
  });

  it('is cut off at both ends', () => {
    assert.equal(progressBar(-1, 3, false), '...');
    assert.equal(progressBar(2, 3, false), '###');
  });
});

describe('the bar of a score', () => {
  it('goes to the right of a line at 0, and has a mark at 1', () => {
    assert.equal(scoreBar(0, 16, true), '   │         ┊  ');
    assert.equal(scoreBar(0.5, 16, true), '   │█████    ┊  ');
    assert.equal(scoreBar(1.1, 16, true), '   │███████████ ');
    assert.equal(scoreBar(0.5, 16, false), '   |#####    :  ');
  });

  it('goes to the left when the score is negative, in halves of a column', () => {
    assert.equal(scoreBar(-0.2, 16, true), ' ██│         ┊  ');
    assert.equal(scoreBar(-0.15, 16, true), ' ▐█│         ┊  ');
    assert.equal(scoreBar(-0.2, 16, false), ' ##|         :  ');
  });

  it('ends in an arrow where it is cut', () => {
    assert.equal(scoreBar(3, 16, true), '   │███████████›');
    assert.equal(scoreBar(-2, 16, true), '‹██│         ┊  ');
    assert.equal(scoreBar(Number.NEGATIVE_INFINITY, 16, false), '<##|         :  ');
    assert.equal(scoreBar(Number.NaN, 16, true), '   │         ┊  ');
  });

  it('has exactly its width', () => {
    for (const score of [...shares, -1, 0.9, 1.2, 9]) {
      for (const width of [1, 2, 3, 7, 8, 33, 60]) {
        for (const unicode of [true, false]) assert.equal(scoreBar(score, width, unicode).length, width, `${score}`);
      }
    }
  });
});
