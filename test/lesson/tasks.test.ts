import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pages} from '../../source/lesson/pages.js';
import {lessonRuns} from '../../source/lesson/runs.js';
import type {Action} from '../../source/state/actions.js';
import {openRun, type Run} from '../../source/state/runs.js';
import type {State} from '../../source/state/state.js';
import {frameStates} from '../helpers/frame-states.js';
import {firstWrong} from '../helpers/oracle-answers.js';
import {acted, ended, inLesson, progress, runOptions, started, told} from '../helpers/state.js';

const {ready, training, broken} = frameStates;

/** The lesson at a page, turned to in a state. */
const onPage = (name: string, state: State): State => {
  const place = pages.findIndex(page => page.name === name);
  return acted(inLesson(state), ...new Array<Action>(place).fill({type: 'turn-page', by: 1}));
};
const isDone = (name: string, state: State): boolean => pages.find(page => page.name === name)?.isDone(state) ?? false;
/** The state with its open run changed. */
const withRun = (state: State, change: Partial<Run>): State => ({
  ...state,
  runs: {...state.runs, list: state.runs.list.map(run => (run === openRun(state.runs) ? {...run, ...change} : run))},
});

/** Of each page a state in which its task is not done, and what does it. */
const tasks: Readonly<Record<string, readonly [State, (state: State) => State, (state: State) => State]>> = {
  wall: [
    ready,
    state => told(acted(state, {type: 'train'}), ...started(), progress(1, 9)),
    state => told(state, progress(1, 10)),
  ],
  own: [training, state => acted(state, {type: 'draw'}), state => acted(state, {type: 'take-tool', tool: 'pen'})],
  fails: [
    training,
    state => acted(state, {type: 'move', by: 1}),
    state => acted(state, {type: 'move-to', index: firstWrong}),
  ],
  numbers: [
    training,
    state => acted(state, {type: 'move-to', index: 256}),
    state => acted(state, {type: 'switch-split'}, {type: 'move-to', index: 256}),
  ],
  wanted: [training, state => state, state => acted(state, {type: 'move', by: 1})],
  sum: [
    training,
    state => acted(state, {type: 'toggle-overlay', overlay: 'keys'}),
    state => acted(state, {type: 'toggle-overlay', overlay: 'summary'}),
  ],
  untrained: [
    training,
    state => acted(state, {type: 'look-at', step: 10}),
    state => acted(state, {type: 'look-at', step: 0}),
  ],
  steps: [ready, state => acted(state, {type: 'step'}, {type: 'step'}), state => acted(state, {type: 'step'})],
  epoch: [training, state => told(state, ...ended('stopped', 5)), state => told(state, ...ended('early-stop', 7))],
  why: [
    training,
    state => acted(state, {type: 'toggle-overlay', overlay: 'nearest'}),
    state => acted(state, {type: 'move-to', index: firstWrong}),
  ],
  units: [training, state => state, state => acted(state, {type: 'switch-unit', unit: 3})],
  tooFast: [broken, state => state, state => withRun(state, {own: {...runOptions, ...lessonRuns.tooFast}})],
  byHeart: [
    training,
    state => withRun(state, {own: {...runOptions, ...lessonRuns.byHeart}}),
    state => told(state, ...ended('epochs', 60)),
  ],
  end: [
    training,
    state => acted(state, {type: 'toggle-overlay', overlay: 'summary'}),
    state => acted(state, {type: 'toggle-overlay', overlay: 'keys'}),
  ],
};

describe('the task of a page', () => {
  it('is there for each of them', () => {
    assert.deepEqual(
      Object.keys(tasks),
      pages.map(({name}) => name),
    );
  });

  for (const [name, [from, nearly, wholly]] of Object.entries(tasks)) {
    it(`is noticed when it is done, and not before: ${name}`, () => {
      const before = onPage(name, from);
      assert.equal(isDone(name, before), false);
      const almost = nearly(before);
      assert.equal(isDone(name, almost), false);
      assert.equal(isDone(name, wholly(almost)), true);
    });
  }

  it('counts no steps that were taken before the page was turned to', () => {
    const stepped = acted(ready, {type: 'step'}, {type: 'step'}, {type: 'step'});
    assert.equal(isDone('steps', onPage('steps', stepped)), false);
  });
});
