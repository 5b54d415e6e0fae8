import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import {spokenLines} from '../../source/ui/spoken-lines.js';
import {frameStates} from '../helpers/frame-states.js';
import {oracleConfusion} from '../helpers/oracle-answers.js';
import {acted} from '../helpers/state.js';

const {mistakes, choosing} = frameStates;
const said = (state: State, action: Action): string[] => spokenLines(state, acted(state, action));

it('a screen reader is told the cell of the confusion matrix that the arrows choose', () => {
  const fours = acted(mistakes, {type: 'mistake', by: 1});
  assert.deepEqual(said(fours, {type: 'hold'}), [`${oracleConfusion[49]} fours read as nines`]);
  const left: Action = {type: 'move-cell', down: 0, right: -5};
  assert.deepEqual(said(choosing, left), [`${oracleConfusion[44]} fours read right`]);
  assert.deepEqual(said(choosing, {type: 'close'}), []);
});
