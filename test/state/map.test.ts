import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {tutorialMethod} from '../../source/network/reference.js';
import {surveyAtOnce} from '../../source/network/survey.js';
import {startMap} from '../../source/state/map.js';
import {cursorOf, mapPoints} from '../../source/state/map-points.js';
import type {State} from '../../source/state/state.js';
import {type Survey, surveyKinds, wantedSurveys} from '../../source/state/surveys.js';
import {frameStates} from '../helpers/frame-states.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {oracleScores, testLabels} from '../helpers/oracle-answers.js';
import {acted, started, told} from '../helpers/state.js';

/** The survey that a state's map wants. */
function surveyFor(state: State): Survey {
  const [wanted] = wantedSurveys(state).filter(({kind}) => kind === 'map');
  assert.ok(wanted !== undefined);
  const {weights, images} = wanted;
  return {...wanted, ...surveyAtOnce(weights, images, surveyKinds.map.keeps)};
}

const surveyed = (state: State): State => acted(state, {type: 'surveyed', survey: surveyFor(state)});

const {training} = frameStates;

describe('the map', () => {
  it('wants the first 2,000 digits of the chosen split, and only while it is shown', () => {
    const wanted = (state: State): string[] =>
      wantedSurveys(state).flatMap(({kind, images}) => (kind === 'map' ? [`${images.length / 784}`] : []));
    assert.deepEqual(wanted(training), []);
    const onMap = acted(training, {type: 'view', view: 'map'});
    assert.deepEqual(wanted(onMap), ['2000']);
    const train = acted(onMap, {type: 'switch-split'});
    const {images} = wantedSurveys(train).find(({kind}) => kind === 'map') ?? {};
    assert.equal(images?.buffer, train.session.data.train?.images.buffer);
    // What is known of the other split is not shown for this one.
    assert.deepEqual([mapPoints(onMap)?.labels.length, mapPoints(train)], [2000, undefined]);
    assert.equal(mapPoints(surveyed(train))?.labels.length, 2000);
  });

  it('has the answers and mistakes that PyTorch has', () => {
    const points = mapPoints(training);
    const answers = Array.from({length: 2000}, (_, index) => {
      const scores = oracleScores(index);
      return scores.indexOf(Math.max(...scores));
    });
    assert.deepEqual([...(points?.answers ?? [])], answers);
    assert.equal(points?.mistakes, answers.filter((answer, index) => answer !== testLabels[index]).length);
  });

  it('leaves out what a unit that is switched off has added', () => {
    const off = surveyed(acted(training, {type: 'view', view: 'map'}, {type: 'switch-unit', unit: 5}));
    assert.notDeepEqual(mapPoints(off)?.positions, mapPoints(training)?.positions);
    const on = surveyed(acted(off, {type: 'switch-unit', unit: 5}));
    assert.deepEqual(mapPoints(on)?.positions, mapPoints(training)?.positions);
  });

  it('knows the wheel of a network that was looked at before', () => {
    // The moments of later epochs' ends have the weights of the first; that before them has others.
    const early = ({runs}: State): boolean => runs.looking === 100;
    let back = acted(training, {type: 'view', view: 'map'});
    while (!early(back)) back = acted(back, {type: 'earlier'});
    assert.equal(mapPoints(back), undefined);
    const known = surveyed(back);
    const later = surveyed(acted(known, {type: 'later'}));
    assert.notEqual(mapPoints(later), mapPoints(known));
    assert.ok(mapPoints(known) !== undefined);
    assert.equal(mapPoints(acted(later, {type: 'earlier'})), mapPoints(known));
  });

  it('has the cursor on the chosen digit until it is moved, and on the first where the map does not have that', () => {
    assert.equal(cursorOf(acted(training, {type: 'move-to', index: 17}), 2000), 17);
    assert.equal(cursorOf(acted(training, {type: 'move-to', index: 2000}), 2000), 0);
    assert.equal(cursorOf(acted(training, {type: 'point', index: 3}, {type: 'move-to', index: 17}), 2000), 3);
  });
});

describe('the map of two directions in training', () => {
  const data = mnist();
  const oracle = readOracle();
  const steps = [1, 2, 3, 5, 8, 11, 15, 20, 26, 33, 41, 50, 60, 72, 86, 103, 124, 149, 179, 215];
  const engine = createWasmEngine(1);
  /** Each frame matched to the last, as it is shown, and each alone. */
  const [matched, alone]: [State[], State[]] = [[], []];

  before(async () => {
    const wasm = await engine;
    await wasm.load(data);
    await wasm.setState(oracle.initial);
    let state = acted(
      told({...training, map: startMap}, ...started()),
      {type: 'view', view: 'map'},
      {type: 'switch-map'},
    );
    let done = 0;
    for (const step of [0, ...steps]) {
      await wasm.trainSteps(oracle.order.subarray(done * 128, step * 128), {
        ...tutorialMethod,
        batchSize: 128,
        learningRate: 0.001,
      });
      done = step;
      const weights = structuredClone(await wasm.weights());
      state = told(state, {type: 'network', run: 1, step, weights});
      const survey = surveyFor(state);
      alone.push(acted({...state, map: {...state.map, frame: undefined}}, {type: 'surveyed', survey}));
      state = acted(state, {type: 'surveyed', survey});
      matched.push(state);
    }
  });
  after(async () => (await engine).dispose());

  /** How far a digit moves on average from each frame to the next, as a share of how far the digits lie apart. */
  function movements(states: readonly State[]): number[] {
    const frames = states.map(state => mapPoints(state)?.positions ?? new Float64Array());
    return frames.slice(1).map((now, place) => {
      const last = frames[place];
      let [way, squares] = [0, 0];
      for (let x = 0; x < now.length; x += 2) {
        way += Math.hypot(now[x] - last[x], now[x + 1] - last[x + 1]);
        squares += now[x] ** 2 + now[x + 1] ** 2;
      }
      return way / 2000 / Math.sqrt(squares / 2000);
    });
  }

  it('moves by no more than a quarter of its spread in any of 20 frames, where unmatched ones jump by more than it all', () => {
    const found = movements(matched);
    assert.equal(found.length, 20);
    assert.ok(Math.max(...found) < 0.25, found.map(each => each.toFixed(2)).join(' '));
    assert.ok(Math.min(...found) > 0.01);
    const jumps = movements(alone).filter(each => each > 0.9);
    assert.ok(jumps.length >= 5, `${jumps.length} jumps`);
  });

  it('follows the plane with the most variance: it has nearly as much, and all of it once the training rests', () => {
    const shares = matched.map(({map: {frame}}) => (frame?.share ?? 0) / (frame?.most ?? 1));
    assert.ok(Math.min(...shares) > 0.7, shares.map(each => each.toFixed(2)).join(' '));
    assert.ok(Math.min(...shares.slice(-5)) > 0.95, shares.map(each => each.toFixed(2)).join(' '));
    const [last] = matched.slice(-1);
    assert.ok(last !== undefined);
    const paused = acted(last, {type: 'pause'});
    const {weights} = oracle.initial;
    const resting = surveyed(
      told(
        {...paused, session: {...paused.session, status: {...paused.session.status, phase: 'paused'}}},
        {type: 'network', run: 1, step: 216, weights},
      ),
    );
    assert.ok(Math.abs((resting.map.frame?.share ?? 0) / (resting.map.frame?.most ?? 1) - 1) < 1e-6);
  });
});
