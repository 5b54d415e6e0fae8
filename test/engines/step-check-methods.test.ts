import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Dataset} from '../../source/dataset/dataset.js';
import type {Engine, StepOptions} from '../../source/engines/engine.js';
import {checkedWays, checkSteps, quick, thorough} from '../../source/engines/step-check.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {type Activation, activationNames} from '../../source/network/activations.js';
import {lossNames} from '../../source/network/losses.js';
import type {NetworkState} from '../../source/network/network-state.js';
import {type OptimizerName, optimizerNames} from '../../source/network/optimizers.js';

/** The wasm engine, told something else than it was asked to do. */
async function deafEngine(
  options: (asked: StepOptions) => Partial<StepOptions>,
  activation: (asked: Activation) => Activation = asked => asked,
): Promise<Engine> {
  const engine = await createWasmEngine(1);
  const [train, set] = [engine.trainSteps.bind(engine), engine.setState.bind(engine)];
  return Object.assign(engine, {
    trainSteps: (order: Uint32Array, asked: StepOptions) => train(order, {...asked, ...options(asked)}),
    setState: ({weights, ...state}: NetworkState) =>
      set({...state, weights: {...weights, activation: activation(weights.activation)}}),
  });
}

/** Right losses, but steps by the gradient of squared errors. */
async function twoFacedEngine(): Promise<Engine> {
  const [right, engine] = [await createWasmEngine(1), await createWasmEngine(1)];
  const [load, train] = [engine.load.bind(engine), engine.trainSteps.bind(engine)];
  return Object.assign(engine, {
    load: async (dataset: Dataset) => {
      await right.load(dataset);
      await load(dataset);
    },
    trainSteps: async (order: Uint32Array, asked: StepOptions) => {
      await right.setState(await engine.getState());
      await train(order, {...asked, loss: 'mse'});
      return right.trainSteps(order, asked);
    },
  });
}

const when = (optimizer: OptimizerName, change: (asked: StepOptions) => Partial<StepOptions>) => (asked: StepOptions) =>
  asked.optimizer === optimizer ? change(asked) : {};

const faults: readonly [string, () => Promise<Engine>, RegExp][] = [
  [
    'squared errors whatever the loss',
    () => deafEngine(() => ({loss: 'mse'})),
    /^loss \(sigmoid, cross-entropy, momentum\): /,
  ],
  ['the gradient of another loss', twoFacedEngine, /^first moment of hiddenWeight \(sigmoid, cross-entropy, /],
  [
    'ReLU whatever the activation',
    () =>
      deafEngine(
        () => ({}),
        () => 'relu',
      ),
    /^loss \(sigmoid, /,
  ],
  [
    'sigmoid for tanh',
    () =>
      deafEngine(
        () => ({}),
        asked => (asked === 'tanh' ? 'sigmoid' : asked),
      ),
    /^loss \(tanh, /,
  ],
  [
    'tanh for sigmoid',
    () =>
      deafEngine(
        () => ({}),
        asked => (asked === 'sigmoid' ? 'tanh' : asked),
      ),
    /^loss \(sigmoid, /,
  ],
  [
    'Adam for momentum',
    () => deafEngine(when('momentum', () => ({optimizer: 'adam'}))),
    /^first moment of hiddenWeight \(.*, momentum\): /,
  ],
  [
    'no momentum',
    () => deafEngine(when('momentum', () => ({optimizer: 'sgd'}))),
    /^first moment of hiddenWeight \(.*, momentum\): /,
  ],
  [
    'momentum unasked',
    () => deafEngine(when('sgd', () => ({optimizer: 'momentum'}))),
    /^first moment of hiddenWeight \(.*, sgd\): /,
  ],
  [
    'a rate 1 % too high with momentum',
    () => deafEngine(when('momentum', ({learningRate}) => ({learningRate: 1.01 * learningRate}))),
    /^hiddenWeight \(.*, momentum\): /,
  ],
  [
    'a rate 1 % too low in plain descent',
    () => deafEngine(when('sgd', ({learningRate}) => ({learningRate: 0.99 * learningRate}))),
    /^hiddenWeight \(.*, sgd\): /,
  ],
];

describe('the check of an engine', () => {
  it('goes through every activation, loss and optimiser', () => {
    assert.deepEqual(new Set(checkedWays.map(({activation}) => activation)), new Set(activationNames));
    assert.deepEqual(new Set(checkedWays.map(({loss}) => loss)), new Set(lossNames));
    assert.deepEqual(new Set(checkedWays.map(({optimizer}) => optimizer)), new Set(optimizerNames));
  });

  for (const [name, size] of Object.entries({thorough, quick})) {
    for (const [fault, engine, what] of faults) {
      it(`finds ${fault} when it is ${name}`, async () => {
        assert.match(String(await checkSteps(await engine(), size)), what);
      });
    }
  }
});
