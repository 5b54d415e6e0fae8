import assert from 'node:assert/strict';
import {it} from 'node:test';
import {orderedUnits} from '../../../source/state/inside.js';
import {frameStates} from '../../helpers/frame-states.js';
import {openKeys} from '../../helpers/keys.js';
import {acted} from '../../helpers/state.js';
import {csi} from '../../helpers/terminal-input.js';

const [up, down, right, left] = ['A', 'B', 'C', 'D'].map(letter => `${csi}${letter}`);
const shown = acted(frameStates.training, {type: 'view', view: 'network'}, {type: 'resize', columns: 80, rows: 24});

it('the arrows choose units once Enter has given them, a row of six on 80 × 24, and walk the digits after Esc', () => {
  const {send} = openKeys(shown);
  assert.deepEqual([send(right).choice.index, send('\r').screen.holds], [1, true]);
  const chosen = (keys: string): number => send(keys).units.chosen;
  assert.deepEqual([chosen(right), chosen(down), chosen(left), chosen(up), chosen(up)], [1, 7, 6, 0, 0]);
  assert.equal(send(left).choice.index, 1);
  acted(send(right), {type: 'close'});
  assert.equal(send('').units.chosen, 1);
});

it('on a wider terminal a row is longer', () => {
  const {send} = openKeys(acted(shown, {type: 'resize', columns: 200, rows: 50}));
  assert.equal(send(`\r${down}`).units.chosen, 17);
});

it('x switches the chosen one off and on, o orders, Space shows weights, Backspace switches all on', () => {
  const {send} = openKeys(shown);
  assert.deepEqual(send(`\rx${right}x`).units.off, [0, 1]);
  assert.deepEqual(send('x').units.off, [0]);
  assert.deepEqual(send(`x${right}x\u007F`).units.off, []);
  assert.equal(send(' ').units.tiles, 'weights');
  assert.equal(send(' ').units.tiles, 'change');
  const ordered = send('o');
  assert.equal(ordered.units.chosen, orderedUnits(ordered)[0]);
  // The arrows go by what is shown.
  assert.equal(send(right).units.chosen, orderedUnits(ordered)[1]);
});
