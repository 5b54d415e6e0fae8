import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Layout, layout, smallest} from '../../source/ui/layout.js';
import type {Panel, Room, Size} from '../../source/ui/panel.js';
import {views} from '../../source/ui/views.js';

const [learn] = views;
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

  it('gives the digit exactly its room: a title and 56 × 28, 28 × 14 or 14 × 7 characters', () => {
    const found = new Set<string>();
    for (const {laidOut} of terminals) {
      const {columns, lines} = sizes(laidOut).digit;
      found.add(`${columns} × ${lines}`);
    }
    assert.deepEqual([...found].sort(), ['14 × 8', '28 × 15', '56 × 29']);
  });

  it('has its panels stand between header and footer, side by side with a gap or one above the other', () => {
    for (const {columns, rows, laidOut} of terminals) {
      const where = `${columns} × ${rows}`;
      for (const column of ['left', 'right'] as const) {
        let top = 0;
        for (const place of laidOut.places.filter(each => each.column === column)) {
          assert.equal(place.top, top, where);
          top += place.size.lines;
          const edge = place.left + place.size.columns;
          assert.deepEqual(
            [place.left, edge],
            column === 'left' ? [0, edge] : [sizes(laidOut).digit.columns + 2, columns],
          );
        }
        assert.ok(top <= rows - 3, where);
      }
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
      assert.ok(chart === undefined || (chart.lines >= 3 && chart.lines <= 24), where);
      // A title, a row of answers, ten of labels; each count takes five columns, the label two.
      assert.ok(confusion === undefined || ([12, 13].includes(confusion.lines) && confusion.columns >= 52), where);
    }
  });

  it('has everything that belongs to the program on 80 × 24', () => {
    assert.deepEqual(described(layout(80, 24, learn.panels)), [
      'digit: left 0, 0, 28 × 15',
      'training: left 0, 15, 28 × 6',
      'prediction: right 30, 0, 50 × 11',
      'chart: right 30, 11, 50 × 10',
    ]);
  });

  it('shows the confusion matrix and the digit at double size on a large terminal', () => {
    assert.deepEqual(described(layout(120, 50, learn.panels)), [
      'digit: left 0, 0, 28 × 15',
      'training: left 0, 15, 28 × 9',
      'prediction: right 30, 0, 90 × 11',
      'wall: right 30, 11, 90 × 13',
      'chart: right 30, 24, 90 × 10',
      'confusion: right 30, 34, 90 × 13',
    ]);
    assert.deepEqual(described(layout(130, 50, learn.panels)), [
      'digit: left 0, 0, 56 × 29',
      'training: left 0, 29, 56 × 9',
      'prediction: right 58, 0, 72 × 11',
      'wall: right 58, 11, 72 × 13',
      'chart: right 58, 24, 72 × 10',
      'confusion: right 58, 34, 72 × 13',
    ]);
  });

  it('has the wall of the first digits from 100 × 30 on', () => {
    assert.deepEqual(described(layout(100, 30, learn.panels)), [
      'digit: left 0, 0, 28 × 15',
      'training: left 0, 15, 28 × 9',
      'prediction: right 30, 0, 70 × 11',
      'wall: right 30, 11, 70 × 13',
      'chart: right 30, 24, 70 × 3',
    ]);
    const smaller = [layout(99, 30, learn.panels), layout(100, 29, learn.panels)].map(described).join();
    assert.doesNotMatch(smaller, /wall/);
  });

  it('drops the panels before the digit and the training on the smallest terminal', () => {
    assert.deepEqual(described(layout(40, 12, learn.panels)), [
      'digit: left 0, 0, 14 × 8',
      'training: right 16, 0, 24 × 6',
      'prediction: right 16, 6, 24 × 3',
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

describe('a layout of any panels', () => {
  const panel = (name: string, column: Panel['column'], rank: number, ...rooms: readonly Room[]): Panel => ({
    ...{name, column, rank, rooms},
    draw: () => [],
  });

  it('is empty without panels, and has all columns for panels on the right alone', () => {
    assert.deepEqual(layout(80, 24, [])?.places, []);
    assert.deepEqual(described(layout(80, 24, [panel('map', 'right', 1, {least: 3, most: 99})])), [
      'map: right 0, 0, 80 × 21',
    ]);
  });

  it('gives room by rank and places by the order of the list', () => {
    const panels = [panel('low', 'right', 2, {least: 4, most: 99}), panel('high', 'right', 1, {least: 9, most: 10})];
    assert.deepEqual(described(layout(80, 24, panels)), ['low: right 0, 0, 80 × 11', 'high: right 0, 11, 80 × 10']);
    // Of 9 lines the first has all.
    assert.deepEqual(described(layout(80, 12, panels)), ['high: right 0, 0, 80 × 9']);
  });

  it('takes a room only where it leaves the lines that it has to leave', () => {
    const panels = [
      panel('first', 'right', 1, {least: 9, most: 9, leaves: 3}, {least: 2, most: 2}),
      panel('second', 'right', 2, {least: 3, most: 3}),
    ];
    assert.deepEqual(described(layout(80, 14, panels)), ['first: right 0, 0, 80 × 2', 'second: right 0, 2, 80 × 3']);
    assert.deepEqual(described(layout(80, 15, panels)), ['first: right 0, 0, 80 × 9', 'second: right 0, 9, 80 × 3']);
  });

  it('has a left panel that finds no room there at the top of the right', () => {
    const panels = [
      panel('narrow', 'left', 1, {width: 20, least: 8, most: 8}),
      panel('list', 'right', 2, {least: 1, most: 99}),
      panel('wide', 'left', 3, {columns: 21, least: 2, most: 2}),
    ];
    assert.deepEqual(described(layout(80, 24, [...panels.slice(0, 1), ...panels.slice(2)])), [
      'narrow: left 0, 0, 20 × 8',
      'wide: right 22, 0, 58 × 2',
    ]);
    // The list stands before it in rank and has left nothing.
    assert.deepEqual(described(layout(80, 24, panels)), ['narrow: left 0, 0, 20 × 8', 'list: right 22, 0, 58 × 21']);
  });
});
