import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import {shownRuns} from '../../source/state/race.js';
import {openRun} from '../../source/state/runs.js';
import {phaseOf} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import {commandsBetween} from '../../source/state/wish.js';
import {lesson as words} from '../../source/words/en/lesson.js';
import {racing} from '../helpers/race-state.js';
import {
  acted,
  ended,
  idle,
  loaded,
  momentAt,
  network,
  opened,
  progress,
  started,
  status,
  told,
} from '../helpers/state.js';

const open: Action = {type: 'view', view: 'lesson'};
const leave: Action = {type: 'leave-lesson'};

/** A run of the user's in its first epoch, some way from how a dashboard begins. */
const user = acted(
  told(
    acted(idle, {type: 'train'}, {type: 'pace', to: 'faster'}),
    ...started(),
    progress(1, 234),
    {...network(3), step: 234},
    {type: 'moment', run: 1, ...momentAt(10)},
  ),
  {type: 'move', by: 7},
  {type: 'switch-unit', unit: 3},
  {type: 'view', view: 'network'},
  {type: 'look-at', step: 10},
);
/** The lesson's run after a step, on another digit. */
const inside = acted(
  told(acted(user, open), {...opened, run: 2}, {...network(5, 2), step: 0}, {...status, run: 2}),
  {type: 'step'},
  {type: 'move', by: 30},
);
const stepped = told(
  inside,
  {...started(2, 2)[0], phase: 'paused'},
  started(2, 2)[1],
  {...progress(1, 1), run: 2},
  {...network(6, 2), step: 1},
  {type: 'moment', run: 2, ...momentAt(1)},
);
const back = acted(stepped, leave);

describe('the lesson and the run that was open', () => {
  it('take turns: the lesson begins with a run of its own, as the tutorial has it', () => {
    const lesson = acted(told(acted(user, {type: 'rate', by: 1}), loaded.test), open);
    const run = openRun(lesson.runs);
    assert.deepEqual([run.number, run.seed, run.hidden, run.timeline], [2, 1, 128, []]);
    assert.deepEqual([lesson.choice.index, lesson.units.off, lesson.screen.view], [0, [], 'lesson']);
    assert.deepEqual(
      [lesson.session.stretch, lesson.session.learningRate, lesson.session.options.learningRate],
      [undefined, undefined, 0.001],
    );
    assert.equal(lesson.screen.notice, words.opened);
  });

  it('show the one that was open as it was when the lesson is left, and standing still', () => {
    const {lesson: _, aside: __, screen, runs, session, ...parts} = back;
    const {lesson: ___, aside: ____, screen: userScreen, runs: userRuns, session: userSession, ...userParts} = user;
    assert.deepEqual(parts, userParts);
    assert.equal(openRun(runs), openRun(userRuns));
    assert.deepEqual([runs.looking, screen.view, screen.holds], [10, userScreen.view, false]);
    assert.deepEqual(session, {...userSession, status: stepped.session.status, stretches: 2, paused: true});
    assert.equal(screen.notice, words.leftPaused);
    assert.equal(phaseOf(told(back, {...status, phase: 'paused', stretch: 2})), 'paused');
  });

  it("show the lesson's as it was when that is opened again", () => {
    const again = acted(back, open);
    assert.equal(openRun(again.runs), openRun(stepped.runs));
    assert.deepEqual([again.choice, again.units, again.session.paused], [stepped.choice, stepped.units, true]);
    assert.equal(again.session.stretch, 2);
  });

  it('keep their weights and moments whatever is begun in the other', () => {
    const other = acted(stepped, {type: 'reset', to: 'next'}, {type: 'lesson-run', settings: {learningRate: 0.02}});
    assert.equal(openRun(other.runs).number, 4);
    assert.equal(openRun(acted(other, leave).runs), openRun(user.runs));
  });

  it('are told of apart from each other, and each of what is news of it', () => {
    const late = told(inside, progress(1, 300), {...network(4), step: 300}, {type: 'moment', run: 1, ...momentAt(300)});
    assert.deepEqual(shownRuns(late, 8), []);
    const run = openRun(acted(late, leave).runs);
    assert.deepEqual([run.progress?.total, run.network?.step, run.timeline.at(-1)?.step], [300, 300, 300]);
  });

  it('have no stretch any more that has ended, or has never begun', () => {
    const over = told(stepped, ended('epochs', 20)[1]);
    assert.deepEqual([acted(over, leave).session.stretch, acted(over, leave).session.paused], [undefined, false]);
    const asked = acted(idle, {type: 'train'}, open, leave);
    assert.equal(asked.session.stretch, undefined);
  });

  it('are whole when they were a race', () => {
    const raced = acted(racing(idle), {type: 'next-lane'});
    const lesson = acted(raced, open);
    assert.deepEqual([lesson.runs.race, openRun(lesson.runs).own], [[], undefined]);
    const left = acted(lesson, leave).runs;
    assert.deepEqual(
      [left.open, left.race, left.list.slice(0, -1)],
      [raced.runs.open, raced.runs.race, raced.runs.list],
    );
    assert.equal(acted(lesson, leave).session.stretch, raced.session.stretch);
  });

  it('see their own labels', () => {
    const noisy = told(acted(stepped, {type: 'lesson-run', settings: {noiseLabels: 20}}), {
      ...started(3, 3)[1],
      noiseLabels: 20,
    });
    assert.notEqual(noisy.session.data.train?.ownLabels, undefined);
    assert.equal(acted(noisy, leave).session.data.train?.ownLabels, undefined);
  });
});

describe('what the worker is told', () => {
  const swap = (before: State, action: Action) => {
    const [command, ...others] = commandsBetween(before, acted(before, action));
    assert.ok(command?.type === 'swap' && others.length === 0);
    return command;
  };

  it('is that the lesson is opened, with a run that is not there yet, and computes with wasm', () => {
    const {wish, ...command} = swap(user, open);
    assert.deepEqual(command, {type: 'swap', run: 2, seed: 1, hidden: 128, activation: 'relu', isLesson: true});
    assert.deepEqual([wish.stretch, wish.engine], [undefined, 'wasm']);
    const named = {...user, session: {...user.session, given: ['engine']}};
    assert.equal(swap(named, open).wish.engine, undefined);
  });

  it('is that it is left, with what was wished for before, and no step that was taken in it', () => {
    const {wish, run, isLesson} = swap(stepped, leave);
    assert.deepEqual([run, isLesson, wish.stretch, wish.paused, wish.pace], [1, false, 1, true, user.session.pace]);
  });
});
