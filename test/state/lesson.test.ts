import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {lessonRuns} from '../../source/lesson/runs.js';
import {pageCount} from '../../source/state/lesson-size.js';
import {openRun} from '../../source/state/runs.js';
import {startState} from '../../source/state/state.js';
import {commandsBetween} from '../../source/state/wish.js';
import {lesson as words} from '../../source/words/lesson.js';
import {frameStates} from '../helpers/frame-states.js';
import {acted, inLesson, progress, runOptions, started, told} from '../helpers/state.js';

const lesson = inLesson(frameStates.ready);
const on = {type: 'turn-page', by: 1} as const;
const down = {type: 'move-answer', by: 1} as const;
const give = {type: 'give-answer'} as const;

describe('the lesson', () => {
  it('has the arrows when it is opened, and gives them back', () => {
    assert.equal(lesson.screen.holds, true);
    assert.equal(acted(lesson, {type: 'close'}).screen.holds, false);
    assert.equal(acted(lesson, {type: 'view', view: 'learn'}).screen.holds, false);
  });

  it('is at the page that was asked for when the program was started', () => {
    const asked = startState({
      ...runOptions,
      ...{given: [], seed: 1, hidden: 128, activation: 'relu', split: 'test', index: 0, art: 'blocks'},
      ...{columns: 80, rows: 24, place: undefined, pace: 'watch', page: 8},
    });
    const state = acted(asked, {type: 'view', view: 'lesson'});
    assert.deepEqual([state.screen.view, state.screen.holds, state.lesson.page], ['lesson', true, 8]);
    const read = acted(state, {type: 'lesson-read', progress: {page: 3, answers: {1: 2}, done: [1]}});
    assert.deepEqual([read.lesson.page, read.lesson.answers, read.lesson.done], [8, {1: 2}, [1]]);
  });

  it('turns its pages, no further than there are any', () => {
    const last = acted(lesson, ...new Array<typeof on>(pageCount - 1).fill(on));
    assert.equal(last.lesson.page, pageCount);
    assert.equal(acted(last, on).screen.notice, words.lastPage);
    const first = acted(
      last,
      ...new Array<typeof on | {type: 'turn-page'; by: -1}>(pageCount).fill({type: 'turn-page', by: -1}),
    );
    assert.deepEqual([first.lesson.page, first.screen.notice], [1, words.firstPage]);
  });

  it('takes one answer on each page', () => {
    const answered = acted(lesson, down, down, down, down, give);
    assert.deepEqual(answered.lesson.answers, {1: 1});
    const again = acted(answered, down, give);
    assert.deepEqual([again.lesson.answers, again.screen.notice], [{1: 1}, words.answered]);
    assert.deepEqual(acted(answered, on, give).lesson.answers, {1: 1, 2: 0});
  });

  it('goes on where it was left, unless a page has been turned meanwhile', () => {
    const progress = {page: 9, answers: {1: 0, 2: 2}, done: [2]};
    const read = acted(lesson, give, {type: 'task-done', page: 1}, {type: 'lesson-read', progress});
    assert.deepEqual([read.lesson.page, read.lesson.answers, read.lesson.done], [9, {1: 0, 2: 2}, [2, 1]]);
    assert.equal(acted(lesson, on, {type: 'lesson-read', progress}).lesson.page, 2);
  });

  it('remembers where one was when a page was turned to', () => {
    const turned = acted(lesson, {type: 'move-to', index: 5}, on);
    assert.deepEqual(turned.lesson.entered, {run: 1, split: 'test', index: 5, steps: 0});
  });
});

describe('a run of the lesson', () => {
  const start = {type: 'lesson-run', settings: lessonRuns.tooFast} as const;

  it('is trained with settings of its own, is not saved, and changes nothing of the next run', () => {
    const begun = acted(lesson, start);
    const {own, hidden, seed} = openRun(begun.runs);
    assert.deepEqual([own?.learningRate, own?.epochs, hidden, seed], [0.02, 2, 128, 1]);
    assert.equal(begun.session.options.learningRate, 0.001);
    const [race] = commandsBetween(lesson, begun);
    assert.ok(race?.type === 'race' && race.lanes.length === 1 && race.lanes[0].learningRate === 0.02);
  });

  it('takes the place of the one before, and waits for none', () => {
    const training = told(acted(lesson, {type: 'train'}), ...started());
    assert.equal(acted(training, start).runs.open, 2);
    assert.equal(acted(lesson, start, start).runs.open, 3);
    assert.equal(acted(lesson, {type: 'lesson-run', settings: undefined}).screen.notice, words.noRun);
  });

  it('gives way to a sound one without a question, and to none that is saved', () => {
    const training = told(acted(lesson, {type: 'train'}), ...started(), progress(1, 9));
    const afresh = acted(training, {type: 'reset', to: 'same'});
    assert.deepEqual([afresh.runs.open, afresh.screen.question], [2, undefined]);
    const saved = acted(training, {type: 'reset', to: 'saved'});
    assert.deepEqual([saved.runs.open, saved.screen.notice], [1, words.notSaved]);
  });
});
