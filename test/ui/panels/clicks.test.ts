import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {State} from '../../../source/state/state.js';
import type {Size} from '../../../source/ui/panel.js';
import {matrixPanel} from '../../../source/ui/panels/matrix-panel.js';
import {mistakesPanel} from '../../../source/ui/panels/mistakes-panel.js';
import {wallPanel} from '../../../source/ui/panels/wall-panel.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frames.js';
import {oracleConfusion, testLabels} from '../../helpers/oracle-answers.js';
import {acted} from '../../helpers/state.js';

const {mistakes, training} = frameStates;

/** The state after a click on each place where a panel has a text, with what stood there. */
function clicks(panel: typeof matrixPanel, state: State, size: Size, text: RegExp): [string, State][] {
  return panel.draw(state, size, themeOf('ASCII')).flatMap((drawn, line) =>
    [...drawn.matchAll(text)].map(found => {
      const action = panel.click?.(state, {column: found.index + found[0].length - 1, line}, size);
      return [found[0], action === undefined ? state : acted(state, action)] as [string, State];
    }),
  );
}

describe('a click', () => {
  it('on a cell without digits has the gallery say so', () => {
    const empty = acted(mistakes, {type: 'open-cell', cell: {label: 0, answer: 9}});
    assert.equal(oracleConfusion[9], 0);
    const lines = mistakesPanel.draw(empty, {columns: 50, lines: 9}, themeOf('ASCII'));
    assert.match(lines[0] ?? '', /^- 0 zeros read as nines/);
    assert.deepEqual(lines.slice(1), ['no digit in this cell']);
  });

  it('opens the cell of the matrix that it points at', () => {
    const size = {columns: 43, lines: 12};
    const rows = matrixPanel.draw(mistakes, size, themeOf('ASCII'));
    const found = clicks(matrixPanel, mistakes, size, /(?<=^\d.*)(?:\d+|\.)/g);
    assert.equal(found.length, 100, rows.join('\n'));
    for (const [place, [, {matrix}]] of found.entries()) {
      assert.deepEqual(matrix, {cell: {label: Math.floor(place / 10), answer: place % 10}, isOpen: true});
    }
    for (const [column, line] of [
      [5, 0],
      [5, 1],
      [0, 5],
      [42, 5],
    ] as const) {
      assert.equal(matrixPanel.click?.(mistakes, {column, line}, size), undefined, `${column}, ${line}`);
    }
  });

  it('chooses the digit of the gallery that it points at', () => {
    for (const size of [
      {columns: 50, lines: 9},
      {columns: 72, lines: 47},
    ]) {
      const found = clicks(mistakesPanel, acted(mistakes, {type: 'move-to', index: 0}), size, /- \d \(\d\)/g);
      assert.ok(found.length >= 10);
      for (const [caption, {choice, ...state}] of found) {
        const answer = state.runs.list[0].timeline.at(-1)?.found?.answers[choice.index];
        assert.equal(caption, `- ${answer} (${testLabels[choice.index]})`);
      }
      assert.equal(new Set(found.map(([, {choice}]) => choice.index)).size, found.length);
    }
  });

  it('chooses the digit of the wall that it points at', () => {
    for (const size of [
      {columns: 64, lines: 13},
      {columns: 90, lines: 16},
    ]) {
      const found = clicks(wallPanel, training, size, /[+-] \d/g).filter(([, {choice}]) => choice.split === 'test');
      assert.deepEqual(
        found.map(([, {choice}]) => choice.index),
        Array.from({length: 24}, (_, index) => index),
      );
    }
    assert.equal(wallPanel.click?.(training, {column: 3, line: 0}, {columns: 64, lines: 13}), undefined);
    assert.equal(wallPanel.click?.(training, {column: 75, line: 2}, {columns: 76, lines: 13}), undefined);
  });
});
