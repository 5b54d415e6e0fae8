import type {Command} from '../training/protocol.js';
import {isLessonOpen} from './lesson.js';
import {isRacing, racersOf, settingsOf} from './race.js';
import {openRun} from './runs.js';
import {wishOf} from './session.js';
import type {State} from './state.js';

/** What the worker has to be told when one state has followed another, in order. Pure. */
export function commandsBetween(before: State, after: State): Command[] {
  const commands: Command[] = [];
  const isLesson = isLessonOpen(after);
  if (isLesson !== isLessonOpen(before)) {
    const {number: run, seed, hidden, activation} = openRun(after.runs);
    return [{type: 'swap', run, seed, hidden, activation, isLesson, wish: wishOf(after)}];
  }
  const {race} = after.runs;
  if (race !== before.runs.race && race.length > 0) {
    const [run = 0] = race;
    commands.push({type: 'race', run, lanes: racersOf(after.runs).map(lane => settingsOf(after, lane))});
  } else if (after.runs.open !== before.runs.open && !isRacing(after.runs)) {
    const {number: run, seed, hidden, activation, file} = openRun(after.runs);
    commands.push({type: 'reset', run, seed, hidden, activation, ...(file !== undefined && {file})});
  }
  const wish = wishOf(after);
  if (JSON.stringify(wish) !== JSON.stringify(wishOf(before))) commands.push({type: 'wish', wish});
  for (let step = stepsOf(before); step < stepsOf(after); step++) commands.push({type: 'step'});
  return commands;
}

/** The single steps that the worker can be asked for: of a run that it has opened. */
function stepsOf({session, runs}: State): number {
  return openRun(runs).opened === undefined ? 0 : session.steps;
}

/** What the worker has to be told when a state has been drawn after another: that newer weights would be seen. Pure. */
export function commandsOfFrame(before: State, drawn: State): Command[] {
  const {network} = openRun(drawn.runs);
  return network === undefined || network === openRun(before.runs).network ? [] : [{type: 'look'}];
}
