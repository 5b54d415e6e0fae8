import assert from 'node:assert/strict';
import {it} from 'node:test';
import {changesOf} from '../../source/state/changes.js';
import type {State} from '../../source/state/state.js';
import {changesOverlay, changesSummary} from '../../source/ui/overlays/changes.js';
import {themeOf} from '../helpers/frame-theme.js';
import {acted, found, idle, momentAt, network, told} from '../helpers/state.js';

/** The answers at a step; the 100 labels are 0 to 9, over and over. */
const answersAt = (state: State, step: number, wrong: readonly number[]): State =>
  told(state, {
    type: 'moment',
    run: 1,
    ...momentAt(step),
    weights: network(step % 10).weights,
    found: {
      ...found(),
      answers: Uint8Array.from({length: 100}, (_, index) => (index + (wrong.includes(index) ? 1 : 0)) % 10),
    },
  });

const state = told(answersAt(answersAt(answersAt(idle, 1, [0, 1, 2, 3]), 5, [0, 1, 7]), 9, [1, 8]), {
  ...network(9),
  step: 9,
});

it('what changed is told since the evaluation before the last, or since the moment that is looked at', () => {
  const {found: last, ...since5} = changesOf(state) ?? {};
  assert.deepEqual(since5, {from: 5, to: 9, learned: [0, 7], forgotten: [8]});
  const {found: same, ...since1} = changesOf(acted(state, {type: 'earlier'}, {type: 'earlier'})) ?? {};
  assert.deepEqual(since1, {from: 1, to: 9, learned: [0, 2, 3], forgotten: [8]});
  assert.equal(last?.answers[8], 9);
  assert.equal(same, last);
});

it('is of the network with all its units, and says so while some are off', () => {
  const text = '2 learned, 1 forgotten since step 5: 3 wrong then, 2 wrong at step 9';
  assert.equal(changesSummary(state), text);
  assert.equal(changesSummary(acted(state, {type: 'switch-unit', unit: 0})), `${text}, with all units on`);
});

it('says which classes the numbers below its pictures are, where classes have names', () => {
  const {test} = state.session.data;
  assert.ok(test !== undefined);
  const classNames = ['Top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'];
  const clothes = {...state, session: {...state.session, data: {...state.session.data, test: {...test, classNames}}}};
  const [plain, named] = [state, clothes].map(each =>
    changesOverlay.draw(each, {columns: 60, lines: 20}, themeOf('ASCII')).join(' '),
  );
  assert.match(plain ?? '', /wrong now, as answer \(label\) .*- 9 \(8\)/);
  assert.ok(named?.includes('8 Bag, 9 Ankle boot'));
  assert.doesNotMatch(plain ?? '', /Bag/);
});

it('there is nothing to compare before there are two evaluations', () => {
  assert.equal(changesOf(idle), undefined);
  assert.equal(changesOf(answersAt(idle, 0, [])), undefined);
});
