import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {layout} from '../../source/ui/layout.js';
import {views} from '../../source/ui/views.js';
import {frameStates} from '../helpers/frame-states.js';
import {type Kind, themeOf} from '../helpers/frame-theme.js';
import {acted} from '../helpers/state.js';

const {panels} = views.draw;
const placed = (columns: number, rows: number): string[] =>
  layout(columns, rows, panels)?.places.map(({panel, size}) => `${panel.name} ${size.columns} × ${size.lines}`) ?? [];

describe('the layout of the view where one draws', () => {
  it('has all that belongs to the drawing on 80 × 24, and more on larger terminals', () => {
    assert.deepEqual(placed(80, 24), [
      'canvas 28 × 15',
      'training 28 × 6',
      'sees 50 × 8',
      'prediction 50 × 11',
      'flips 50 × 2',
    ]);
    assert.deepEqual(placed(120, 40), [
      'canvas 56 × 29',
      'training 56 × 8',
      'sees 62 × 15',
      'prediction 62 × 11',
      'flips 62 × 2',
      'chart 62 × 9',
    ]);
    assert.deepEqual(placed(40, 12), ['canvas 14 × 8', 'training 24 × 2', 'prediction 24 × 3', 'flips 24 × 2']);
  });

  it('has canvas, scores and what flips the answer on every terminal', () => {
    for (let columns = 40; columns <= 204; columns += 4) {
      for (let rows = 12; rows <= 60; rows += 3) {
        const places = layout(columns, rows, panels)?.places ?? [];
        const names = places.map(({panel}) => panel.name);
        for (const name of ['canvas', 'prediction', 'flips'] as const)
          assert.ok(names.includes(name), `${columns} × ${rows}`);
      }
    }
  });

  it('draws every state in every kind of terminal', () => {
    const {blank, drawn, onDigit, onKept, start} = frameStates;
    const states = [blank, drawn, onDigit, onKept, acted(start, {type: 'draw'}), acted(onDigit, {type: 'predict'})];
    for (const kind of ['Unicode', 'ASCII', 'Unicode, colours', 'ASCII, colours'] as const satisfies readonly Kind[]) {
      for (const state of states) {
        for (const {panel, size} of [
          ...(layout(40, 12, panels)?.places ?? []),
          ...(layout(200, 50, panels)?.places ?? []),
        ]) {
          assert.ok(panel.draw(state, size, themeOf(kind)).length > 0, `${panel.name}, ${kind}`);
        }
      }
    }
  });
});
