import {describe, it} from 'node:test';
import {hasAllKeys, hasAllOfSummary} from '../../helpers/overlay-pages.js';

/** Every size from 40 × 12 to 200 × 60. */
function eachSize(check: (columns: number, rows: number) => void): void {
  for (let columns = 40; columns <= 200; columns++) for (let rows = 12; rows <= 60; rows++) check(columns, rows);
}

describe('what covers the panels, at every size', () => {
  it('has every key and its help on some page', () => eachSize(hasAllKeys));

  it('has every word and number of the model summary on some page', () => eachSize(hasAllOfSummary));
});
