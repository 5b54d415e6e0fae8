import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {scrambled} from '../../source/dataset/scramble.js';
import {stroke} from '../../source/state/brush.js';
import {seenOf} from '../../source/state/drawn.js';
import {chosenDigit} from '../../source/state/selectors.js';
import {frameStates} from '../helpers/frame-states.js';
import {acted, told} from '../helpers/state.js';

/** A thin line from top to bottom at the left edge. */
const line = stroke(new Uint8Array(784), {x: 3.5, y: 4.5}, {x: 3.5, y: 16.5}, false);

describe('what the network sees of a drawing', () => {
  it('is the canvas itself where it was begun with a digit or a kept drawing', () => {
    for (const of of [{split: 'test', index: 0}, {kept: 0}] as const) assert.equal(seenOf({pixels: line, of}), line);
  });

  it('is else as high as MNIST’s digits, its centre of mass in the middle', () => {
    const seen = seenOf({pixels: line, of: undefined});
    assert.ok(seen !== undefined);
    const sum = {ink: 0, x: 0, y: 0};
    const rows = new Set<number>();
    seen.forEach((ink, pixel) => {
      sum.ink += ink;
      sum.x += ink * ((pixel % 28) + 0.5);
      sum.y += ink * (Math.floor(pixel / 28) + 0.5);
      if (ink > 30) rows.add(Math.floor(pixel / 28));
    });
    assert.ok(Math.abs(sum.x / sum.ink - 14.5) < 0.5 && Math.abs(sum.y / sum.ink - 14.5) < 0.5);
    assert.ok(rows.size >= 19 && rows.size <= 21, `${rows.size}`);
  });

  it('is worked out once, and nothing where nothing is drawn', () => {
    assert.equal(seenOf({pixels: line, of: undefined}), seenOf({pixels: line, of: undefined}));
    assert.equal(seenOf({pixels: new Uint8Array(784), of: undefined}), undefined);
  });
});

describe('a drawing in a dataset with scrambled pixels', () => {
  const {ready} = frameStates;
  const {test} = ready.session.data;
  assert.ok(test !== undefined);
  const data = scrambled({...test, images: test.images.slice()});
  const state = acted(told(ready, {type: 'split-loaded', split: 'test', data}), {type: 'draw'});
  const original = test.images.slice(0, 784);

  it('is scrambled as the digits are, one that was begun with a digit already is', () => {
    assert.deepEqual(chosenDigit(state)?.pixels, data.images.slice(0, 784));
    const kept = acted(
      state,
      {type: 'kept-read', drawings: [{pixels: original, label: 7}]},
      {type: 'walk-kept', by: 1},
    );
    assert.deepEqual(chosenDigit(kept)?.pixels, data.images.slice(0, 784));
    assert.equal(chosenDigit(kept)?.pixels, chosenDigit(kept)?.pixels);
  });

  it('is kept unless it was begun with a scrambled digit, which is said', () => {
    const refused = acted(state, {type: 'ask-label'});
    assert.deepEqual(
      [refused.screen.question, refused.screen.notice],
      [undefined, 'a digit with scrambled pixels is not kept'],
    );
    const own = acted(state, {type: 'clear'}, {type: 'stroke', to: {x: 3, y: 3}, erases: false, begins: true});
    assert.equal(acted(own, {type: 'ask-label'}).screen.question?.to, 'label');
  });
});
