import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {surveyAtOnce} from '../../source/network/survey.js';
import {evaluationOf} from '../../source/state/evaluations.js';
import {figuresOf} from '../../source/state/figures.js';
import {lookedAt, networkAt} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import {isDone, surveyKinds, surveyOf, type Wanted, wantedSurveys} from '../../source/state/surveys.js';
import {unitShares} from '../../source/state/unit-shares.js';
import {acted, idle, momentAt, network, started, told} from '../helpers/state.js';

/** What the screen's thread makes of what is wanted. */
const made = (state: State, wanted: Wanted): State =>
  acted(state, {
    type: 'surveyed',
    survey: {...wanted, ...surveyAtOnce(wanted.weights, wanted.images, surveyKinds[wanted.kind].keeps)},
  });
const kinds = (state: State): string[] => wantedSurveys(state).map(({kind, at}) => `${kind} ${at}`);

/** A run with a moment that nobody has evaluated, and newer weights. */
const state = told(
  idle,
  {type: 'moment', run: 1, ...momentAt(5), weights: network(3).weights, found: undefined},
  {...network(4), step: 9},
);
const back = acted(state, {type: 'earlier'});

describe('the surveys that are wanted', () => {
  it('are none before there are weights, and of the units as soon as there are', () => {
    assert.deepEqual(kinds(idle), []);
    assert.deepEqual(kinds(state), ['units live', 'rest 5']);
  });

  it('are first of all the evaluation of a moment that has none', () => {
    assert.deepEqual(kinds(back), ['moment 5', 'units 5', 'rest 5']);
    const [moment] = wantedSurveys(back);
    const after = made(back, moment);
    // All 100 digits are blank, and every tenth is a 3, which is this network's answer.
    assert.deepEqual([lookedAt(after)?.found?.accuracy, lookedAt(after)?.found?.answers[99]], [0.1, 3]);
    assert.deepEqual(kinds(after), ['units 5']);
    assert.ok(isDone(surveyOf(after, 'moment'), moment));
  });

  it('are of the train split once its mistakes are asked for', () => {
    const train = acted(state, {type: 'switch-split'});
    assert.deepEqual(kinds(train), ['units live', 'rest 5']);
    assert.deepEqual(kinds(acted(train, {type: 'mistake', by: 1})), ['units live', 'train live', 'rest 5']);
    assert.deepEqual(kinds(acted(train, {type: 'view', view: 'mistakes'})), ['units live', 'train live', 'rest 5']);
  });

  it('are taken from the run that is shown alone, and from the network that is looked at', () => {
    const units = wantedSurveys(state).find(({kind}) => kind === 'units');
    assert.ok(units !== undefined);
    const after = made(state, units);
    assert.ok(isDone(surveyOf(after, 'units'), units));
    assert.equal(surveyOf(acted(after, {type: 'earlier'}), 'units'), undefined);
    assert.equal(made(state, {...units, run: 2}).surveys.units, undefined);
    // Newer weights: the old survey still says something, and another is wanted.
    const newer = told(after, {...network(4), step: 10});
    assert.ok(surveyOf(newer, 'units') !== undefined);
    assert.ok(!isDone(surveyOf(newer, 'units'), wantedSurveys(newer)[0]));
  });
});

describe('a survey of the newest weights', () => {
  const partOf = (before: State, done: number): State => {
    const wanted = wantedSurveys(before).find(({kind}) => kind === 'units');
    assert.ok(wanted !== undefined);
    const all = surveyAtOnce(wanted.weights, wanted.images, 'hidden');
    return acted(before, {type: 'surveyed', survey: {...wanted, ...all, done}});
  };
  const doneOf = (from: State): number | undefined => surveyOf(from, 'units')?.done;

  it('is shown from where the one before has come to while the network is trained, and at once afterwards', () => {
    const inTraining = told(acted(state, {type: 'train'}), ...started());
    const newer = told(partOf(inTraining, 600), {...network(4), step: 10});
    assert.deepEqual([partOf(inTraining, 100), partOf(newer, 100), partOf(newer, 600)].map(doneOf), [100, 600, 600]);
    assert.equal(surveyOf(partOf(newer, 600), 'units')?.weights, lookedAt(newer)?.weights);
    assert.equal(doneOf(partOf(told(partOf(state, 600), {...network(4), step: 10}), 100)), 100);
  });
});

describe('a hidden unit that is switched off', () => {
  /** One unit that is at 1 for every digit and speaks for the 2; without it the answer is 7. */
  const weights = {
    activation: 'relu' as const,
    hiddenWeight: new Float32Array(784),
    hiddenBias: Float32Array.of(1),
    outputWeight: Float32Array.from({length: 10}, (_, digit) => (digit === 2 ? 5 : 0)),
    outputBias: Float32Array.from({length: 10}, (_, digit) => (digit === 7 ? 1 : 0)),
  };
  const on = told(idle, {...network(0), step: 3, weights});
  const off = acted(on, {type: 'switch-unit', unit: 0});

  it('adds nothing to what is looked at, and is on again when it is switched again', () => {
    assert.deepEqual([...(lookedAt(off)?.weights.outputWeight ?? [])], new Array(10).fill(0));
    assert.equal(networkAt(off)?.weights, weights);
    assert.equal(lookedAt(acted(off, {type: 'switch-unit', unit: 0}))?.weights, weights);
  });

  it('changes the accuracy: of the figures and of the evaluation', () => {
    assert.equal(figuresOf(off), undefined);
    const [test, units] = wantedSurveys(off);
    assert.deepEqual([test.kind, test.weights, units.kind], ['test', weights, 'units']);
    const known = made(off, test);
    assert.deepEqual([...new Set(evaluationOf(known)?.answers)], [7]);
    assert.equal(figuresOf(known)?.wrong, 90);
    assert.deepEqual(unitShares(made(known, units)) && {...unitShares(made(known, units)), shares: [1]}, {
      shares: [1],
      dead: 0,
      of: 600,
    });
  });
});
