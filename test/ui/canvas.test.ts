import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import {prediction} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import {actionOf} from '../../source/ui/keys.js';
import {layout} from '../../source/ui/layout.js';
import {views} from '../../source/ui/views.js';
import {frameStates} from '../helpers/frame-states.js';
import {acted} from '../helpers/state.js';
import {csi, eventsOf} from '../helpers/terminal-input.js';

/** The state after what the terminal sends, and the last action that came of it. */
function sent(state: State, bytes: string): {readonly state: State; readonly last: Action | undefined} {
  let last: Action | undefined;
  const after = eventsOf(bytes).reduce((before, event) => {
    last = actionOf(before, event);
    return last === undefined ? before : acted(before, last);
  }, state);
  return {state: after, last};
}
const after = (state: State, bytes: string): State => sent(state, bytes).state;

const {blank, training} = frameStates;
const at = (state: State, x: number, y: number): number => state.drawing.pixels[28 * y + x];
const inked = ({drawing}: State): number => drawing.pixels.filter(ink => ink > 0).length;
/** Where the canvas's first pixel stands on 80 × 24: behind the header and the title. */
const [left, top] = [1, 3];
const report = (code: number, x: number, y: number, final = 'M'): string =>
  `${csi}<${code};${left + x};${top + Math.floor(y / 2)}${final}`;

describe('the mouse on the canvas', () => {
  it('draws with the left button, smoothly between reports, and gives the canvas the arrows', () => {
    const drawn = after(blank, report(0, 6, 4) + report(32, 20, 4) + report(32, 12, 22) + report(0, 12, 22, 'm'));
    for (const [x, y] of [
      [6, 4],
      [13, 4],
      [20, 4],
      [16, 13],
      [12, 22],
    ] as const)
      assert.ok(at(drawn, x, y) > 200, `${x}, ${y}`);
    assert.deepEqual([drawn.screen.holds, drawn.drawing.mouse], [true, undefined]);
    assert.equal(prediction(drawn)?.answer, 7);
    assert.equal(after(drawn, report(32, 3, 3)), drawn);
  });

  it('erases with the right button, and draws with no other, nor with Shift', () => {
    const drawn = after(blank, report(0, 6, 4) + report(32, 20, 4) + report(0, 20, 4, 'm'));
    const erased = after(drawn, report(2, 13, 4) + report(34, 16, 4) + report(2, 16, 4, 'm'));
    assert.ok(at(erased, 14, 4) < 60 && at(erased, 6, 4) > 200);
    assert.equal(inked(after(blank, report(1, 6, 4) + report(1, 6, 4, 'm'))), 0);
  });

  it('begins on the canvas alone, goes on beyond its edges, and ends whatever has opened', () => {
    for (const outside of [`${csi}<0;1;2M`, `${csi}<0;29;9M`, `${csi}<0;40;9M`, `${csi}<0;5;20M`]) {
      assert.equal(inked(after(blank, outside + report(32, 6, 6))), 0, outside);
    }
    const out = after(blank, `${report(0, 20, 12)}${csi}<32;60;9M`);
    assert.ok(at(out, 27, 12) > 200);
    const asked = acted(out, {type: 'ask-index'});
    assert.equal(after(asked, report(0, 9, 9, 'm')).drawing.mouse, undefined);
    assert.equal(inked(after(acted(blank, {type: 'toggle-overlay', overlay: 'keys'}), report(0, 6, 6))), 0);
    assert.equal(after(training, report(0, 6, 6)).drawing, training.drawing);
  });

  it('hits what it points at in every size', () => {
    for (const [columns, rows] of [
      [40, 12],
      [80, 24],
      [100, 30],
      [120, 40],
      [200, 50],
    ] as const) {
      const sized = acted(blank, {type: 'resize', columns, rows});
      const place = layout(columns, rows, views.draw.panels)?.places.find(({panel}) => panel.name === 'canvas');
      assert.ok(place !== undefined);
      const [column, row] = [Math.floor(place.size.columns / 2) + 1, 2 + Math.floor(place.size.lines / 2) + 1];
      const {cursor} = after(sized, `${csi}<0;${column};${row}M`).drawing;
      assert.ok(Math.abs(cursor.x - 14) <= 1 && Math.abs(cursor.y - 14) <= 4, `${columns}: ${cursor.x}, ${cursor.y}`);
    }
  });
});

describe('the keys on the canvas', () => {
  const keys = {left: `${csi}D`, right: `${csi}C`, up: `${csi}A`, down: `${csi}B`, delete: `${csi}3~`} as const;

  it('draw a seven that is read right, with no mouse', () => {
    const corner = keys.left.repeat(6) + keys.up.repeat(9);
    const slant = `${keys.down}${keys.down}${keys.left}`.repeat(8);
    const drawn = after(blank, `\r${corner} ${keys.right.repeat(13)}${slant} `);
    assert.equal(drawn.drawing.tool, 'none');
    assert.equal(prediction(drawn)?.answer, 7);
    assert.equal(drawn.choice.index, blank.choice.index);
  });

  it('take back, erase, show what flips, and clear when asked twice', () => {
    const dot = after(blank, '\r ');
    assert.ok(inked(dot) > 0);
    assert.equal(inked(after(dot, '\u007F')), 0);
    assert.equal(inked(after(dot, 'x')), 0);
    assert.ok(after(dot, 'o').drawing.showsFlips);
    assert.equal(inked(after(dot, `${keys.delete}${keys.delete}`)), 0);
    assert.equal(inked(after(dot, `${keys.delete}y`)), 0);
    for (const no of ['n', '\u001B']) {
      const kept = after(dot, `${keys.delete}${no}`);
      assert.deepEqual([inked(kept), kept.screen.question], [inked(dot), undefined]);
    }
    assert.equal(after(dot, `${keys.delete}z`).screen.question?.missed, true);
  });

  it('keep it with the label that is typed, after Enter', () => {
    const dot = after(blank, '\r ');
    assert.deepEqual(sent(dot, '\r7').last, {type: 'keep', label: 7});
    assert.deepEqual(sent(dot, '\rz').last, {type: 'miss-question'});
    assert.equal(after(dot, '\r\u001B').screen.question, undefined);
  });

  it('walk kept drawings while the canvas has no arrows, as the wheel does', () => {
    const {onKept} = frameStates;
    assert.deepEqual(after(onKept, keys.right).drawing.of, {kept: 2});
    assert.deepEqual(after(onKept, `${csi}H`).drawing.of, {kept: 0});
    assert.deepEqual(after(onKept, `${csi}F`).drawing.of, {kept: 2});
    assert.deepEqual(after(onKept, `${csi}<64;50;9M`).drawing.of, {kept: 0});
    assert.equal(after(onKept, keys.right).choice.index, onKept.choice.index);
  });

  it('d opens it from every view and over what covers it', () => {
    const covered = acted(training, {type: 'toggle-overlay', overlay: 'summary'});
    const opened = after(covered, 'd');
    assert.deepEqual([opened.screen.view, opened.screen.overlay, opened.screen.holds], ['draw', 'none', true]);
    assert.equal(inked(opened), inked(acted(training, {type: 'draw'})));
  });
});
