import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Layout, layout, smallest} from '../../source/ui/layout.js';

/** Every terminal from the smallest on, with its layout. */
const terminals: {columns: number; rows: number; places: Layout}[] = [];
for (let columns = 40; columns <= 220; columns++) {
  for (let rows = 12; rows <= 70; rows++) {
    const places = layout(columns, rows);
    if (places !== undefined) terminals.push({columns, rows, places});
  }
}

/** The panels that there is room for. */
const panels = ({prediction, chart, confusion}: Layout): string[] =>
  Object.entries({prediction, chart, confusion}).flatMap(([name, lines]) => (lines === undefined ? [] : [name]));

describe('the layout', () => {
  it('is there for every terminal from 40 × 12 on, and for none below', () => {
    assert.deepEqual(smallest, {columns: 40, rows: 12});
    assert.equal(terminals.length, 181 * 59);
    for (let other = 0; other <= 220; other++) {
      assert.equal(layout(39, other), undefined);
      assert.equal(layout(other, 11), undefined);
    }
  });

  it('has a frame one line lower than the terminal, and never wider', () => {
    for (const {columns, rows, places} of terminals) {
      assert.equal(places.lines, rows - 1);
      assert.equal(places.columns, columns);
      assert.equal(places.digit.width + 2 + places.right, columns);
    }
  });

  it('gives the digit exactly its room: a title and 56 × 28, 28 × 14 or 14 × 7 characters', () => {
    const sizes = {double: [56, 29], normal: [28, 15], half: [14, 8]};
    for (const {columns, rows, places} of terminals) {
      const {scale, width, lines} = places.digit;
      assert.deepEqual([width, lines], sizes[scale], `${columns} × ${rows}`);
    }
    assert.deepEqual(new Set(terminals.map(({places}) => places.digit.scale)), new Set(Object.keys(sizes)));
  });

  it('has its panels fit between header and footer, one above the other on both sides', () => {
    for (const {columns, rows, places} of terminals) {
      const {digit, training, prediction, chart, confusion} = places;
      const between = rows - 3;
      const left = digit.lines + (training.onRight ? 0 : training.lines);
      const right = (training.onRight ? training.lines : 0) + (prediction ?? 0) + (chart ?? 0) + (confusion ?? 0);
      assert.ok(left <= between && right <= between, `${columns} × ${rows}: ${left} and ${right} of ${between}`);
    }
  });

  it('always has the digit and the progress of the training: title and percent bar', () => {
    for (const {columns, rows, places} of terminals) {
      assert.ok(places.digit.lines >= 8 && places.training.lines >= 2, `${columns} × ${rows}`);
    }
  });

  it('gives each panel that it shows the lines that the panel needs', () => {
    for (const {columns, rows, places} of terminals) {
      const {right, prediction, chart, confusion} = places;
      const where = `${columns} × ${rows}`;
      // A title with ten scores, or with the answer and its score.
      assert.ok(prediction === undefined || prediction === 11 || prediction === 3, where);
      assert.ok(chart === undefined || (chart >= 5 && chart <= 24), where);
      // A title, a row of answers, ten of labels; each count takes five columns, the label two.
      assert.ok(confusion === undefined || (confusion === 12 && right >= 52), where);
    }
  });

  it('has everything that belongs to the program on 80 × 24', () => {
    const places = layout(80, 24);
    assert.deepEqual(places, {
      columns: 80,
      lines: 23,
      digit: {scale: 'normal', width: 28, lines: 15},
      right: 50,
      training: {lines: 6, onRight: false},
      prediction: 11,
      chart: 10,
      confusion: undefined,
    });
  });

  it('shows the confusion matrix and the digit at double size on a large terminal', () => {
    const places = layout(120, 50);
    assert.equal(places?.digit.scale, 'double');
    assert.deepEqual(panels(places), ['prediction', 'chart', 'confusion']);
  });

  it('drops the panels before the digit and the training on the smallest terminal', () => {
    const places = layout(40, 12);
    assert.equal(places?.digit.scale, 'half');
    assert.deepEqual(
      [places.training, places.chart, places.confusion],
      [{lines: 6, onRight: true}, undefined, undefined],
    );
  });

  it('loses no panel when the terminal grows by a column or a row', () => {
    const lost: string[] = [];
    for (const {columns, rows, places} of terminals) {
      const [wider, higher] = [layout(columns + 1, rows), layout(columns, rows + 1)];
      assert.ok(wider !== undefined && higher !== undefined);
      for (const [larger, size] of [
        [wider, `${columns + 1} × ${rows}`],
        [higher, `${columns} × ${rows + 1}`],
      ] as const) {
        const missing = panels(places).filter(panel => !panels(larger).includes(panel));
        if (missing.length > 0) lost.push(`${missing.join()} at ${size} but not at ${columns} × ${rows}`);
      }
    }
    assert.deepEqual(lost, []);
  });
});
