import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {State} from '../../source/state/state.js';
import {markedIndex} from '../../source/state/wall.js';
import {openKeys} from '../helpers/keys.js';
import {acted, idle, network, told} from '../helpers/state.js';
import {csi} from '../helpers/terminal-input.js';

const [up, down, right, left] = ['A', 'B', 'C', 'D'].map(key => `${csi}${key}`);
const wide = acted(told(idle, network(1)), {type: 'resize', columns: 100, rows: 30});
/** What is chosen, what is marked, and whether the wall has the arrows, after some keys. */
const after = (keys: readonly string[], from: State = wide): [number, number, boolean] => {
  const {send} = openKeys(from);
  const state = keys.map(send).at(-1) ?? from;
  return [state.choice.index, markedIndex(state), state.screen.holds];
};
const [enter, close] = ['\r', '\u001B'];

it('the wall takes the arrows, and Enter chooses the digit that is marked', () => {
  assert.deepEqual(after([enter, right, down]), [0, 9, true]);
  assert.deepEqual(after([enter, right, down, enter]), [9, 9, true]);
  assert.deepEqual(after([enter, right, down, close]), [0, 0, false]);
  assert.deepEqual(after([enter, right, down, enter, close, right]), [10, 10, false]);
});

it('the mark stays on the first 24 digits, and begins with the first when the chosen one is none of them', () => {
  assert.deepEqual(after([enter, left, up]), [0, 0, true]);
  const far = acted(wide, {type: 'move-to', index: 50});
  assert.deepEqual(after([enter], far), [50, 50, true]);
  assert.deepEqual(after([enter, right], far), [50, 0, true]);
  const last = acted(wide, {type: 'move-to', index: 23});
  assert.deepEqual(after([enter, right, down], last), [23, 23, true]);
});
