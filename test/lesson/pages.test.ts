import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isKnown} from '../../source/lesson/facts.js';
import {pages} from '../../source/lesson/pages.js';
import {lessonRuns} from '../../source/lesson/runs.js';
import {sheetOf} from '../../source/lesson/sheet.js';
import {answerCount, pageCount} from '../../source/state/lesson-size.js';
import {openRun} from '../../source/state/runs.js';
import type {State} from '../../source/state/state.js';
import {chapters, lesson as words} from '../../source/words/lesson.js';
import {frameStates} from '../helpers/frame-states.js';
import {at, checkNames, checkRoom} from '../helpers/lesson-pages.js';

const {training} = frameStates;

describe('the pages of the lesson', () => {
  it('are fourteen, in five chapters one after the other', () => {
    assert.equal(pages.length, pageCount);
    assert.deepEqual(
      Object.keys(chapters).map(name => pages.filter(({chapter}) => chapter === name).length),
      [3, 2, 2, 2, 5],
    );
    const order = pages.map(({chapter}) => Object.keys(chapters).indexOf(chapter));
    assert.deepEqual(order, order.toSorted());
  });

  checkNames();

  checkRoom();

  it('have every number once a network has learned', () => {
    for (const [place, page] of pages.entries()) {
      for (const text of page.words.now) assert.ok(isKnown(text, training), text);
      assert.doesNotMatch(sheetOf(at(place + 1)).text, /\{|\.\.\./);
    }
  });

  it('say that numbers are to come, where they are', () => {
    const {now} = sheetOf(at(3, frameStates.ready));
    assert.equal(now, words.later);
    assert.match(sheetOf(at(3)).now ?? '', /^This one reads 97\.3 % of 10,000 test digits, so 270 are wrong\./);
  });

  it('tell other numbers of another digit, another network and another seed', () => {
    const run = openRun(training.runs);
    const changed: State = {
      ...training,
      choice: {...training.choice, index: 1},
      runs: {
        ...training.runs,
        list: [
          {
            ...run,
            seed: 5,
            timeline: run.timeline
              .filter(({step}) => step <= 100)
              .map(moment => ({
                ...moment,
                weights: run.timeline.at(-1)?.weights ?? moment.weights,
                found: moment.found && {...moment.found, meanLoss: moment.found.meanLoss / 2, accuracy: 0.5},
              })),
            network: run.network && {
              ...run.network,
              step: 100,
              weights: run.timeline[2]?.weights ?? run.network.weights,
            },
            history: {...run.history, batchLosses: [0.5], epochs: run.history.epochs.slice(0, 2)},
          },
        ],
      },
    };
    for (const page of [1, 3, 4, 5, 6, 7, 8, 9, 13])
      assert.notEqual(sheetOf(at(page, changed)).now, sheetOf(at(page)).now);
    assert.match(sheetOf(at(7, changed)).text, /seed, here 5,/);
  });
});

describe('the right answer', () => {
  it('is known once what it asks about has happened', () => {
    assert.equal(pages[0].right(frameStates.ready), undefined);
    // Of the first 24 digits PyTorch's network reads 15 to 24 after ten steps.
    assert.equal(pages[0].right(training), 2);
    const [, , , , , , untrained] = pages;
    assert.equal(untrained?.right(frameStates.ready), undefined);
    assert.equal(untrained?.right(training), 2);
  });

  it('is replied to with its reason, right or wrong', () => {
    const reply = (page: number, answer: number, state = training): string | undefined =>
      sheetOf(at(page, state, {answers: {[page]: answer}})).reply;
    assert.match(reply(6, 1) ?? '', /^Right\. 784 weights and a bias for each unit.* 101,770 in all\.$/);
    assert.match(reply(6, 0) ?? '', /^Not so: 101,770\. 784 weights/);
    assert.match(reply(1, 0, frameStates.ready) ?? '', /^You say: hardly more than by chance\./);
  });

  it('is one of three on every page that can know it', () => {
    for (const {right, name} of pages) {
      const answer = right(training);
      if (name !== 'byHeart') assert.ok(answer !== undefined && answer >= 0 && answer < answerCount, name);
    }
  });
});

describe("the lesson's own runs", () => {
  it('are those of the pages that name one', () => {
    assert.deepEqual(
      pages.flatMap(({run}) => run ?? []),
      Object.keys(lessonRuns),
    );
  });
});
