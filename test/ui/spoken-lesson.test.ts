import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import {lessonLines} from '../../source/ui/spoken-lesson.js';
import {lesson as words} from '../../source/words/lesson.js';
import {frameStates} from '../helpers/frame-states.js';
import {acted, inLesson, start} from '../helpers/state.js';

const {training, done} = frameStates;
const lesson = acted(inLesson(training), ...new Array<Action>(5).fill({type: 'turn-page', by: 1}));

describe('a screen reader', () => {
  it('is told a page in its order when the lesson is opened, and the keys once', () => {
    const lines = lessonLines(training, lesson);
    assert.equal(lines[0], words.keys);
    assert.match(lines[1] ?? '', /^6 of 14, Network: Two layers of sums$/);
    assert.deepEqual(
      lines.slice(2).map(line => line.split(' ').slice(0, 2).join(' ')),
      ['Each of', 'For this', 'hidden =', 'scores =', 'How many', '1) 128,', '2) 101,770', '3) one', 'Do: m'],
    );
    const turned = acted(lesson, {type: 'turn-page', by: 1});
    assert.match(lessonLines(lesson, turned)[0] ?? '', /^7 of 14/);
  });

  it('is told the answer under the cursor, the reply, and that a task is done', () => {
    const moved = acted(lesson, {type: 'move-answer', by: 1});
    assert.deepEqual(lessonLines(lesson, moved), ['101,770']);
    const answered = acted(moved, {type: 'give-answer'});
    assert.match(lessonLines(moved, answered).join(), /^Right\. 784 weights/);
    const finished = acted(answered, {type: 'task-done', page: 6});
    assert.deepEqual(lessonLines(answered, finished), ['Done: m shows the summary, layer by layer.']);
  });

  it('is told the page once its numbers before the first step are there', () => {
    const waiting = inLesson(start);
    assert.deepEqual(lessonLines(start, waiting), []);
    const told = lessonLines(waiting, inLesson(frameStates.predicting));
    assert.match(told.join('\n'), /^1 of 14, Five minutes: Watch it learn\n(.*\n)Its weights begin at random/m);
  });

  it('is told no page again because its numbers change, and nothing of it elsewhere', () => {
    const later = {...lesson, runs: done.runs};
    assert.deepEqual(lessonLines(lesson, later), []);
    assert.deepEqual(lessonLines(lesson, acted(lesson, {type: 'leave-lesson'})), []);
  });
});
