import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  answeredOf,
  placeIn,
  type Quiz,
  quizDifferences,
  quizScores,
  wentOn,
  withGuess,
} from '../../source/state/quiz.js';
import type {State} from '../../source/state/state.js';
import {frameStates} from '../helpers/frame-states.js';
import {acted, idle, progress, started, told} from '../helpers/state.js';

const digits = [
  {index: 8, label: 5, machine: 6},
  {index: 33, label: 4, machine: 4},
  {index: 7, label: 9, machine: 4},
];
const start: Quiz = {seed: 1, run: 1, digits, guesses: [], stage: 'asks'};
const {training} = frameStates;

/** The quiz of a state, which has one. */
function quizOf({quiz}: State): Quiz {
  assert.ok(quiz !== undefined);
  return quiz;
}

describe('a quiz', () => {
  it('takes one answer to a digit, tells, and goes on', () => {
    const answered = withGuess(start, 5);
    assert.deepEqual([answered.stage, placeIn(answered), withGuess(answered, 4)], ['tells', 0, answered]);
    const next = wentOn(answered);
    assert.deepEqual([next.stage, placeIn(next), wentOn(next)], ['asks', 1, next]);
  });

  it('counts what each has right, nothing that is skipped, and knows where they differ', () => {
    const played = [5, 'skipped', 4].reduce<Quiz>((quiz, guess) => wentOn(withGuess(quiz, guess as 5)), start);
    assert.equal(played.stage, 'over');
    assert.deepEqual(quizScores(played), {you: 1, machine: 1, of: 3});
    assert.deepEqual(
      quizDifferences(played).map(({index, guess}) => [index, guess]),
      [
        [8, 5],
        [33, 'skipped'],
      ],
    );
    assert.equal(answeredOf(start).length, 0);
  });
});

describe('the quiz of the dashboard', () => {
  const opened = acted(training, {type: 'open-quiz'});

  it('is about the network that is looked at, with the seed of its run', () => {
    const {seed, stage, digits: asked} = quizOf(opened);
    assert.deepEqual([seed, stage, asked.length, opened.screen.overlay], [1, 'asks', 20, 'quiz']);
    const other = quizOf(acted(frameStates.back, {type: 'open-quiz'}));
    assert.notDeepEqual(other.digits, asked);
  });

  it('says that it waits where no digit has been looked through, and what to do before anything has been learned', () => {
    assert.match(acted(idle, {type: 'open-quiz'}).screen.notice ?? '', /t trains it first/);
    const begun = told(acted(idle, {type: 'train'}), ...started(), progress(1, 1));
    const waiting = acted(begun, {type: 'open-quiz'});
    assert.deepEqual([waiting.quiz, waiting.screen.overlay], [undefined, 'none']);
    assert.equal(waiting.screen.notice, 'the digits are still being looked through');
  });

  it('goes on where it was left for another view, and ends with Esc: first the scores, then the panels', () => {
    const one = acted(opened, {type: 'guess', guess: 3}, {type: 'view', view: 'map'});
    assert.equal(one.screen.overlay, 'none');
    const again = acted(one, {type: 'open-quiz'});
    assert.deepEqual([quizOf(again).guesses, again.screen.overlay], [[3], 'quiz']);
    const over = acted(again, {type: 'end-quiz'});
    assert.deepEqual([quizOf(over).stage, over.screen.overlay], ['over', 'quiz']);
    assert.equal(acted(over, {type: 'end-quiz'}).screen.overlay, 'none');
  });

  it('is with the next seed another one, and with the same where nothing was answered', () => {
    const over = acted(opened, {type: 'guess', guess: 3}, {type: 'end-quiz'});
    const next = quizOf(acted(over, {type: 'open-quiz'}));
    assert.deepEqual([next.seed, next.guesses], [2, []]);
    assert.notDeepEqual(next.digits, quizOf(opened).digits);
    const left = acted(opened, {type: 'end-quiz'});
    assert.equal(left.screen.overlay, 'none');
    assert.deepEqual(quizOf(acted(left, {type: 'open-quiz'})), quizOf(opened));
  });
});
