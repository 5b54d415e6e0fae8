import assert from 'node:assert/strict';
import {it} from 'node:test';
import {fit} from '../../source/text/fit.js';

it('the fullest text that fits is taken, and the briefest where none does', () => {
  const texts = ['all of it', 'of it', 'it'] as const;
  assert.deepEqual(
    [20, 9, 8, 5, 4, 2, 1].map(width => fit(texts, width)),
    ['all of it', 'all of it', 'of it', 'of it', 'it', 'it', 'it'],
  );
});
