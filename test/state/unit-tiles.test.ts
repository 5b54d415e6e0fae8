import assert from 'node:assert/strict';
import {it} from 'node:test';
import {unitTiles} from '../../source/state/unit-tiles.js';
import {frameStates} from '../helpers/frame-states.js';
import {readOracle} from '../helpers/oracle.js';
import {acted, idle, momentAt, network, told} from '../helpers/state.js';

const oracle = readOracle();
const {training, back} = frameStates;

it('the tiles are the change since step 0, of a moment that is looked at, too', () => {
  const start = oracle.initial.weights.hiddenWeight;
  for (const [state, step] of [
    [training, 468],
    [{...back, runs: {...back.runs, looking: 10}}, 10],
  ] as const) {
    const tiles = unitTiles(state);
    const now = oracle.weightsAfter(step).hiddenWeight;
    assert.equal(tiles?.since, 0);
    for (const place of [0, 406, 50_000, 100_351]) {
      assert.ok(Math.abs((tiles?.values[place] ?? Number.NaN) - (now[place] - start[place])) < 1e-7);
    }
  }
});

it('they are the weights when those are asked for, and at the start, where nothing has changed', () => {
  const weights = unitTiles(acted(training, {type: 'toggle-tiles'}));
  assert.deepEqual([weights?.since, weights?.values], [undefined, oracle.weightsAfter(468).hiddenWeight]);
  const atStart = unitTiles({...training, runs: {...training.runs, looking: 0}});
  assert.deepEqual([atStart?.since, atStart?.values], [undefined, oracle.initial.weights.hiddenWeight]);
});

it('they are the change since the weights that a run goes on from, where it has no step 0', () => {
  const from = told(idle, {...network(3), step: 936});
  assert.equal(unitTiles(from)?.since, undefined);
  const on = told(from, {...network(4), step: 940}, {type: 'moment', run: 1, ...momentAt(940)});
  assert.equal(unitTiles(on)?.since, 936);
  const kept = told(on, {type: 'moment', run: 1, ...momentAt(5), weights: network(3).weights});
  assert.equal(unitTiles(kept)?.since, 5);
  assert.equal(unitTiles(idle), undefined);
});

it('they are the same of switched-off units', () => {
  assert.equal(unitTiles(acted(training, {type: 'switch-unit', unit: 3}))?.values, unitTiles(training)?.values);
});

it('a change grows out of the dark: what is small against all that is to come is drawn faintly', () => {
  const at = (looking: number): number =>
    unitTiles({...training, runs: {...training.runs, looking}})?.strongest ?? Number.NaN;
  assert.equal(at(1), 0.01);
  assert.ok(at(468) > at(100) && at(100) > 0.01);
});
