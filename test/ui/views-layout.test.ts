import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Layout, layout, smallest} from '../../source/ui/layout.js';
import type {Size} from '../../source/ui/panel.js';
import {views} from '../../source/ui/views.js';

const {learn} = views;
/** Every terminal from the smallest on, with its layout. */
const terminals: {columns: number; rows: number; laidOut: Layout}[] = [];
for (let columns = 40; columns <= 220; columns++) {
  for (let rows = 12; rows <= 70; rows++) {
    const laidOut = layout(columns, rows, learn.panels);
    if (laidOut !== undefined) terminals.push({columns, rows, laidOut});
  }
}

/** The size of each panel that there is room for, by its name. */
const sizes = ({places}: Layout): Record<string, Size> =>
  Object.fromEntries(places.map(({panel, size}) => [panel.name, size]));
const names = ({places}: Layout): string[] => places.map(({panel}) => panel.name);
/** Each panel as `name: column, columns before and lines above it, columns × lines`. */
const described = (laidOut: Layout | undefined): string[] | undefined =>
  laidOut?.places.map(
    ({panel, column, left, top, size}) => `${panel.name}: ${column} ${left}, ${top}, ${size.columns} × ${size.lines}`,
  );

describe('the layout of the learn view', () => {
  it('is there for every terminal from 40 × 12 on, and for none below', () => {
    assert.deepEqual(smallest, {columns: 40, lines: 12});
    assert.equal(terminals.length, 181 * 59);
    for (let other = 0; other <= 220; other++) {
      assert.equal(layout(39, other, learn.panels), undefined);
      assert.equal(layout(other, 11, learn.panels), undefined);
    }
  });

  it('has a frame one line lower than the terminal, and as wide', () => {
    for (const {columns, rows, laidOut} of terminals) {
      assert.deepEqual([laidOut.columns, laidOut.lines], [columns, rows - 1]);
    }
  });

  it('gives the digit exactly its room: a title and 56 × 28, 28 × 14 or 14 × 7 characters, and the scores 34 columns', () => {
    const found = new Set<string>();
    for (const {laidOut} of terminals) {
      const {columns, lines} = sizes(laidOut).digit;
      found.add(`${columns} × ${lines}`);
    }
    assert.deepEqual([...found].sort(), ['14 × 8', '28 × 15', '34 × 15', '56 × 29']);
  });

  it('has its panels stand between header and footer, side by side with a gap or one above the other', () => {
    for (const {columns, rows, laidOut} of terminals) {
      const where = `${columns} × ${rows}`;
      const columnsOf: Record<string, Set<string>> = {left: new Set(), right: new Set(), far: new Set()};
      for (const column of ['left', 'right', 'far'] as const) {
        let top = 0;
        for (const place of laidOut.places.filter(each => each.column === column)) {
          assert.equal(place.top, top, where);
          top += place.size.lines;
          columnsOf[column].add(`${place.left} to ${place.left + place.size.columns}`);
        }
        assert.ok(top <= rows - 3, where);
      }
      const left = sizes(laidOut).digit.columns;
      assert.deepEqual([...columnsOf.left], [`0 to ${left}`], where);
      const far = columnsOf.far.size === 0 ? columns + 2 : columns - 57;
      assert.deepEqual([...columnsOf.right], [`${left + 2} to ${far - 2}`], where);
      assert.deepEqual([...columnsOf.far], far > columns ? [] : [`${far} to ${columns}`], where);
    }
  });

  it('always has the digit and the progress of the training: title and percent bar', () => {
    for (const {columns, rows, laidOut} of terminals) {
      const {digit, training} = sizes(laidOut);
      assert.ok(digit.lines >= 8 && training.lines >= 2, `${columns} × ${rows}`);
    }
  });

  it('gives each panel that it shows the lines that the panel needs', () => {
    for (const {columns, rows, laidOut} of terminals) {
      const {prediction, chart, confusion} = sizes(laidOut);
      const where = `${columns} × ${rows}`;
      // A title with ten scores, or with the answer and its score.
      assert.ok(prediction === undefined || prediction.lines === 11 || prediction.lines === 3, where);
      assert.ok(chart === undefined || (chart.lines >= 3 && chart.lines <= 34), where);
      // A title, a row of answers, ten of labels; each count takes five columns, the label two.
      assert.ok(confusion === undefined || ([12, 13].includes(confusion.lines) && confusion.columns >= 52), where);
    }
  });

  it('has everything that belongs to the program on 80 × 24', () => {
    assert.deepEqual(described(layout(80, 24, learn.panels)), [
      'digit: left 0, 0, 28 × 15',
      'training: left 0, 15, 28 × 6',
      'prediction: right 30, 0, 50 × 11',
      'lights: right 30, 11, 50 × 3',
      'chart: right 30, 14, 50 × 7',
    ]);
  });

  it('has the digit and its scores on the left of a larger one, and on the right how the network learns', () => {
    assert.deepEqual(described(layout(100, 30, learn.panels)), [
      'digit: left 0, 0, 34 × 15',
      'prediction: left 0, 15, 34 × 11',
      'training: right 36, 0, 64 × 6',
      'lights: right 36, 6, 64 × 2',
      'wall: right 36, 8, 64 × 13',
      'chart: right 36, 21, 64 × 6',
    ]);
    const smaller = [layout(99, 30, learn.panels), layout(100, 29, learn.panels)].map(described).join();
    assert.doesNotMatch(smaller, /wall/);
  });

  it('shows the confusion matrix, and at last the digit at double size and a third column', () => {
    assert.deepEqual(described(layout(120, 40, learn.panels)), [
      'digit: left 0, 0, 34 × 15',
      'training: left 0, 15, 34 × 9',
      'prediction: left 0, 24, 34 × 11',
      'lights: right 36, 0, 84 × 2',
      'wall: right 36, 2, 84 × 13',
      'chart: right 36, 15, 84 × 9',
      'confusion: right 36, 24, 84 × 13',
    ]);
    assert.deepEqual(described(layout(200, 50, learn.panels)), [
      'digit: left 0, 0, 56 × 29',
      'training: left 0, 29, 56 × 7',
      'prediction: left 0, 36, 56 × 11',
      'lights: right 58, 0, 83 × 2',
      'wall: right 58, 2, 83 × 16',
      'chart: right 58, 18, 83 × 29',
      'confusion: far 143, 0, 57 × 13',
    ]);
  });

  it('keeps the digit, its answer, the training and the losses on the smallest terminal', () => {
    assert.deepEqual(described(layout(40, 12, learn.panels)), [
      'digit: left 0, 0, 14 × 8',
      'training: right 16, 0, 24 × 3',
      'prediction: right 16, 3, 24 × 3',
      'chart: right 16, 6, 24 × 3',
    ]);
  });

  it('loses no panel when the terminal grows by a column or a row', () => {
    const lost: string[] = [];
    for (const {columns, rows, laidOut} of terminals) {
      for (const [wider, higher] of [
        [1, 0],
        [0, 1],
      ] as const) {
        const larger = layout(columns + wider, rows + higher, learn.panels);
        assert.ok(larger !== undefined);
        const missing = names(laidOut).filter(name => !names(larger).includes(name));
        if (missing.length > 0) lost.push(`${missing.join()} beyond ${columns} × ${rows}`);
      }
    }
    assert.deepEqual(lost, []);
  });
});
