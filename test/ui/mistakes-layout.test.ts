import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {layout} from '../../source/ui/layout.js';
import {verdictPanel} from '../../source/ui/panels/verdict-panel.js';
import {views} from '../../source/ui/views.js';
import {frameStates} from '../helpers/frame-states.js';
import {themeOf} from '../helpers/frame-theme.js';
import {acted, told} from '../helpers/state.js';

/** Each panel as `name: column, columns before and lines above it, columns × lines`. */
const described = (columns: number, rows: number): string[] | undefined =>
  layout(columns, rows, views.mistakes.panels)?.places.map(
    ({panel, column, left, top, size}) => `${panel.name}: ${column} ${left}, ${top}, ${size.columns} × ${size.lines}`,
  );
const classNames = ['Top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'];

describe('the layout of the mistakes view', () => {
  it('has what is wrong on the left, and the matrix over the gallery, from 80 × 24 on', () => {
    assert.deepEqual(described(80, 24), [
      'digit: left 0, 0, 28 × 15',
      'verdict: left 0, 15, 28 × 6',
      'matrix: right 30, 0, 50 × 12',
      'mistakes: right 30, 12, 50 × 9',
    ]);
    assert.deepEqual(described(100, 30), [
      'digit: left 0, 0, 34 × 15',
      'verdict: left 0, 15, 34 × 6',
      'training: left 0, 21, 34 × 6',
      'matrix: right 36, 0, 64 × 13',
      'mistakes: right 36, 13, 64 × 14',
    ]);
  });

  it('uses the room of larger terminals', () => {
    assert.deepEqual(described(120, 40), [
      'digit: left 0, 0, 34 × 15',
      'verdict: left 0, 15, 34 × 6',
      'prediction: left 0, 21, 34 × 11',
      'matrix: right 36, 0, 84 × 15',
      'mistakes: right 36, 15, 84 × 22',
    ]);
    assert.deepEqual(described(200, 50), [
      'digit: left 0, 0, 56 × 29',
      'verdict: left 0, 29, 56 × 6',
      'prediction: left 0, 35, 56 × 11',
      'training: right 58, 0, 68 × 6',
      'matrix: right 58, 6, 68 × 37',
      'mistakes: far 128, 0, 72 × 47',
    ]);
  });

  it('always has the digit, what is said of it, and a gallery', () => {
    for (let columns = 40; columns <= 220; columns++) {
      for (let rows = 12; rows <= 70; rows++) {
        const names = layout(columns, rows, views.mistakes.panels)?.places.map(({panel}) => panel.name) ?? [];
        assert.ok(
          (['digit', 'verdict', 'mistakes'] as const).every(name => names.includes(name)),
          `${columns} × ${rows}: ${names.join()}`,
        );
      }
    }
  });

  it('has room for the names of classes, also where something is open', () => {
    const {test} = frameStates.opened.session.data;
    assert.ok(test !== undefined);
    const clothes = told(frameStates.opened, {type: 'split-loaded', split: 'test', data: {...test, classNames}});
    const unlike = acted(clothes, {type: 'move-cell', down: 5, right: -2});
    for (const [columns, rows] of [
      [40, 12],
      [80, 24],
      [100, 30],
      [200, 50],
    ] as const) {
      for (const {panel, size} of layout(columns, rows, views.mistakes.panels)?.places ?? []) {
        for (const line of panel.draw(unlike, size, themeOf('Unicode')).slice(0, size.lines)) {
          assert.ok(line.length <= size.columns, `${panel.name} at ${columns} × ${rows}: ${line}`);
        }
      }
    }
    assert.deepEqual(verdictPanel.draw(unlike, {columns: 28, lines: 6}, themeOf('ASCII')).slice(0, 2), [
      '- Answer Sneaker, wrong ----',
      'the label is Ankle boot',
    ]);
  });
});
