import type {Command} from '../training/protocol.js';
import {openRun} from './runs.js';
import {wishOf} from './session.js';
import type {State} from './state.js';

/** What the worker has to be told when one state has followed another, in order. Pure. */
export function commandsBetween(before: State, after: State): Command[] {
  const commands: Command[] = [];
  if (after.runs.open !== before.runs.open) {
    commands.push({type: 'reset', run: after.runs.open, seed: openRun(after.runs).seed});
  }
  const wish = wishOf(after);
  if (JSON.stringify(wish) !== JSON.stringify(wishOf(before))) commands.push({type: 'wish', wish});
  for (let step = before.session.steps; step < after.session.steps; step++) commands.push({type: 'step'});
  return commands;
}

/** What the worker has to be told when a state has been drawn after another: that newer weights would be seen. Pure. */
export function commandsOfFrame(before: State, drawn: State): Command[] {
  const {network} = openRun(drawn.runs);
  return network === undefined || network === openRun(before.runs).network ? [] : [{type: 'look'}];
}
