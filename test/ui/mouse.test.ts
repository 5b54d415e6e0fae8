import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {State} from '../../source/state/state.js';
import {actionOf} from '../../source/ui/keys.js';
import {layout} from '../../source/ui/layout.js';
import {views} from '../../source/ui/views.js';
import {frameStates} from '../helpers/frame-states.js';
import {themeOf} from '../helpers/frame-theme.js';
import {acted} from '../helpers/state.js';
import {csi, eventsOf} from '../helpers/terminal-input.js';

/** The state after what the terminal sends. */
const sent = (state: State, bytes: string): State =>
  eventsOf(bytes).reduce((before, event) => {
    const action = actionOf(before, event);
    return action === undefined ? before : acted(before, action);
  }, state);

/** A press of the left button and its release; columns and rows count from 1. */
const click = (column: number, row: number): string => `${csi}<0;${column};${row}M${csi}<0;${column};${row}m`;

const {training} = frameStates;
const {learn} = views;
const place = (name: string): {left: number; top: number; columns: number; lines: number} => {
  const found = layout(80, 24, learn.panels)?.places.find(({panel}) => panel.name === name);
  assert.ok(found !== undefined);
  return {left: found.left, top: found.top, ...found.size};
};

describe('the mouse', () => {
  it('walks the digits with the wheel', () => {
    assert.equal(sent(training, `${csi}<65;1;1M`.repeat(3)).choice.index, 3);
    assert.equal(sent(training, `${csi}<65;1;1M${csi}<65;1;1M${csi}<64;1;1M`).choice.index, 1);
    assert.equal(sent(training, `${csi}<66;9;9M${csi}<67;9;9M`), training);
  });

  it('scrolls with the wheel what is there to be read, and chooses nothing behind it', () => {
    const small = acted(training, {type: 'resize', columns: 40, rows: 12}, {type: 'toggle-overlay', overlay: 'keys'});
    const after = sent(small, `${csi}<65;1;1M`);
    assert.deepEqual([after.screen.overlayTop, after.choice.index], [3, 0]);
    assert.equal(sent(small, `${csi}<64;1;1M`).screen.overlayTop, 0);
    assert.equal(sent(small, click(20, 9)), small);
  });

  it('chooses a view with a click on its tab', () => {
    const column = ' mnist-tui  1 learn '.length + 1;
    assert.equal(sent(training, click(column, 1)).screen.view, 'mistakes');
    assert.equal(sent(training, click(column + '2 mistake'.length, 1)).screen.view, 'mistakes');
    assert.equal(sent(training, click(column - 1, 1)).screen.view, 'learn');
  });

  it('looks at a moment with a click on its place in the chart', () => {
    const {left, top, columns, lines} = place('chart');
    const [chart] = learn.panels.filter(({name}) => name === 'chart');
    const axis = chart?.draw(training, {columns, lines}, themeOf('ASCII')).at(-1) ?? '';
    for (const step of [0, 10, 100, 468]) {
      const column = axis.search(new RegExp(`\\b${step}\\b`)) + Math.floor((String(step).length - 1) / 2);
      assert.equal(sent(training, click(left + column + 1, top + 5)).runs.looking, step, axis);
    }
  });

  it('does nothing with another button, with a drag, or while something is typed', () => {
    const at = place('chart');
    const where = `${at.left + 10};${at.top + 5}`;
    for (const report of [`1;${where}M`, `2;${where}M`, `32;${where}M`, `0;${where}m`]) {
      assert.equal(sent(training, `${csi}<${report}`), training, report);
    }
    const asked = acted(training, {type: 'ask-index'});
    assert.equal(sent(asked, click(at.left + 10, at.top + 5)), asked);
    assert.equal(sent(training, click(1, 24)), training);
  });
});

describe('a click on a tile', () => {
  it('chooses the unit whose number stands below it', () => {
    const shown = frameStates.inside;
    const found = layout(80, 24, views.network.panels)?.places.find(({panel}) => panel.name === 'tiles');
    assert.ok(found !== undefined);
    const lines = found.panel.draw(shown, found.size, themeOf('ASCII'));
    const labels = lines.map((line, row) => ({line, row})).filter(({line}) => /\d+%/.test(line));
    assert.equal(labels.length, 2);
    for (const {line, row} of labels) {
      for (const match of line.matchAll(/(\d+) +\d+%/g)) {
        // The middle of the tile above the label.
        const across: number = found.left + match.index + Math.floor(match[0].length / 2);
        const after = sent(shown, click(across + 1, found.top + row));
        assert.equal(after.units.chosen, Number(match[1]), line);
      }
    }
  });
});
