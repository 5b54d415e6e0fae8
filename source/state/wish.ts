import type {Command, Wish} from '../training/protocol.js';
import {openRun} from './runs.js';
import {trainingOptions} from './selectors.js';
import type {State} from './state.js';

/** What the worker should be doing. */
export function wishOf(state: State): Wish {
  const {stretch, engine} = state.session;
  return {stretch, options: trainingOptions(state), engine};
}

/** What the worker has to be told when one state has followed another, in order. Pure. */
export function commandsBetween(before: State, after: State): Command[] {
  const commands: Command[] = [];
  if (after.runs.open !== before.runs.open) {
    commands.push({type: 'reset', run: after.runs.open, seed: openRun(after.runs).seed});
  }
  const wish = wishOf(after);
  if (!isSame(wish, wishOf(before))) commands.push({type: 'wish', wish});
  return commands;
}

function isSame(one: Wish, other: Wish): boolean {
  const names = Object.keys(one.options) as (keyof Wish['options'])[];
  return (
    one.stretch === other.stretch &&
    one.engine === other.engine &&
    names.every(name => one.options[name] === other.options[name])
  );
}
