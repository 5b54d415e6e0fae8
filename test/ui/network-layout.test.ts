import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {layout} from '../../source/ui/layout.js';
import {views} from '../../source/ui/views.js';

/** Each panel as `name: column, columns × lines`. */
const described = (columns: number, rows: number): string[] | undefined =>
  layout(columns, rows, views.network.panels)?.places.map(
    ({panel, column, size}) => `${panel.name}: ${column}, ${size.columns} × ${size.lines}`,
  );

describe('the layout of the network view', () => {
  it('has digit or tile, the chosen unit, the training and two rows of tiles on 80 × 24', () => {
    assert.deepEqual(described(80, 24), [
      'picture: left, 28 × 15',
      'training: left, 28 × 6',
      'unit: right, 50 × 10',
      'tiles: right, 50 × 11',
    ]);
  });

  it('has digit and tile beside each other on 100 × 30, and all tiles at once on 200 × 50', () => {
    assert.deepEqual(described(100, 30), [
      'picture: left, 57 × 15',
      'unit: left, 57 × 12',
      'training: right, 41 × 6',
      'tiles: right, 41 × 21',
    ]);
    assert.deepEqual(described(200, 50), [
      'picture: left, 57 × 15',
      'unit: left, 57 × 12',
      'training: left, 57 × 9',
      'prediction: left, 57 × 11',
      'tiles: right, 141 × 47',
    ]);
  });

  it('has tiles on every terminal, a row of them at least', () => {
    for (let columns = 40; columns <= 220; columns++) {
      for (let rows = 12; rows <= 70; rows++) {
        const places = layout(columns, rows, views.network.panels)?.places ?? [];
        const tiles = places.find(({panel}) => panel.name === 'tiles')?.size;
        assert.ok(tiles !== undefined && tiles.lines >= 6 && tiles.columns >= 16, `${columns} × ${rows}`);
      }
    }
  });
});
