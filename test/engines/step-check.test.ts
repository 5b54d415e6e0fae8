import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Engine} from '../../source/engines/engine.js';
import {checkSteps, quick, thorough} from '../../source/engines/step-check.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {type Parameters, zeroParameters} from '../../source/network/network-state.js';
import {adamWith, type Fault, ReferenceEngine} from '../helpers/reference-engine.js';

const scaled = <Values extends Float32Array | Float64Array>(values: Values, factor: number): Values =>
  values.map(value => value * factor) as Values;
const joined = (...parts: Float32Array[]): Float32Array => Float32Array.from(parts.flatMap(part => [...part]));
const rows = (values: Float32Array, length: number): Float32Array[] =>
  Array.from({length: values.length / length}, (_, row) => values.subarray(row * length, (row + 1) * length));

/** Without ReLU: each unit with its mirror image, of which one is on when the other is off. */
const withoutRelu: Fault = {
  standIn: ({hiddenWeight, hiddenBias, outputWeight, outputBias, activation}) => ({
    activation,
    hiddenWeight: joined(hiddenWeight, scaled(hiddenWeight, -1)),
    hiddenBias: joined(hiddenBias, scaled(hiddenBias, -1)),
    outputWeight: joined(...rows(outputWeight, hiddenBias.length).flatMap(row => [row, scaled(row, -1)])),
    outputBias,
  }),
  gradient: ({hiddenWeight, hiddenBias, outputWeight, outputBias}, hidden) => ({
    hiddenWeight: hiddenWeight.subarray(0, 784 * hidden).map((own, at) => own - hiddenWeight[784 * hidden + at]),
    hiddenBias: hiddenBias.subarray(0, hidden).map((own, unit) => own - hiddenBias[hidden + unit]),
    outputWeight: new Float64Array(10 * hidden).map((_, place) => {
      const own = Math.floor(place / hidden) * 2 * hidden + (place % hidden);
      return outputWeight[own] - outputWeight[own + hidden];
    }),
    outputBias,
  }),
};
/** Pixels that are too bright by a factor. */
const pixelsTimes = (factor: number): Fault => ({
  standIn: weights => ({...weights, hiddenWeight: scaled(weights.hiddenWeight, factor)}),
  gradient: gradient => ({...gradient, hiddenWeight: scaled(gradient.hiddenWeight, factor)}),
});
const without = (name: keyof Parameters): Fault => ({
  standIn: weights => ({...weights, [name]: scaled(weights[name], 0)}),
});
const gradientTimes = (factor: number): Fault => ({
  gradient: ({hiddenWeight, hiddenBias, outputWeight, outputBias}) => ({
    hiddenWeight: scaled(hiddenWeight, factor),
    hiddenBias: scaled(hiddenBias, factor),
    outputWeight: scaled(outputWeight, factor),
    outputBias: scaled(outputBias, factor),
  }),
});

const faults: readonly [string, Fault, RegExp][] = [
  ['pixels of 0 to 255', pixelsTimes(255), /^loss: /],
  ['pixels divided by 256', pixelsTimes(255 / 256), /^(loss|first moment of hiddenWeight): /],
  ['no ReLU', withoutRelu, /^loss: /],
  ['no hidden bias', without('hiddenBias'), /^loss: /],
  ['no output bias', without('outputBias'), /^loss: /],
  ['half the gradient', gradientTimes(0.5), /^first moment of hiddenWeight: /],
  ['the gradient of a sum over the batch', gradientTimes(12), /^first moment of hiddenWeight: /],
  ['beta1 of 0.91', {adam: adamWith({beta1: 0.91})}, /^first moment of hiddenWeight: /],
  ['beta2 of 0.999', {adam: adamWith({beta2: 0.999})}, /^second moment of hiddenWeight: /],
  ['epsilon of 1e-7', {adam: adamWith({epsilon: 1e-7})}, /^hiddenWeight: /],
  ['epsilon of 1e-9', {adam: adamWith({epsilon: 1e-9})}, /^hiddenWeight: /],
  ['epsilon added before the bias correction', {adam: adamWith({rightPlace: false})}, /^hiddenWeight: /],
  ['no bias correction', {adam: adamWith({correct: false})}, /^hiddenWeight: /],
  ['a learning rate 1 % too high', {adam: adamWith({rate: 1.01})}, /^hiddenWeight: /],
  ['a learning rate 1 % too low', {adam: adamWith({rate: 0.99})}, /^hiddenWeight: /],
  ['a step count that starts at 0', {setState: state => ({...state, step: 0})}, /^hiddenWeight: /],
  [
    'moments that start at 0',
    {setState: state => ({...state, firstMoment: zeroParameters(state.hidden)})},
    /^first moment of hiddenWeight: /,
  ],
  [
    'moments handed out in each other’s place',
    {getState: state => ({...state, firstMoment: state.secondMoment, secondMoment: state.firstMoment})},
    /^first moment of hiddenWeight: /,
  ],
];

for (const [name, size] of Object.entries({thorough, quick})) {
  describe(`the ${name} check of an engine`, () => {
    it('passes what is right', async () => {
      assert.equal(await checkSteps(new ReferenceEngine(), size), undefined);
      assert.equal(await checkSteps(new ReferenceEngine({adam: adamWith({})}), size), undefined);
      assert.equal(await checkSteps(await createWasmEngine(1), size), undefined);
    });

    for (const [fault, how, what] of faults) {
      it(`finds ${fault}`, async () => {
        const found = String(await checkSteps(new ReferenceEngine(how), size));
        assert.match(found, what);
        assert.match(found, /: -?[\d.e-]+ where -?[\d.e-]+ is right$/);
      });
    }
  });
}

describe('the check of an engine', () => {
  /** The wasm engine with one method replaced. */
  async function spoiled(change: (engine: Engine) => Partial<Engine>): Promise<Engine> {
    const engine = await createWasmEngine(1);
    return Object.assign(engine, change(engine));
  }

  it('finds losses and scores that are wrong, missing or no numbers', async () => {
    const train = (await createWasmEngine(1)).trainSteps;
    const wrongLoss = await spoiled(engine => ({
      trainSteps: async (...given) => (await train.apply(engine, given)).map(value => value * 1.001),
    }));
    assert.match(String(await checkSteps(wrongLoss)), /^loss: /);
    const noLoss = await spoiled(engine => ({
      trainSteps: async (...given) => (await train.apply(engine, given)).subarray(1),
    }));
    assert.match(String(await checkSteps(noLoss)), /^loss: undefined where /);
    const noScores = await spoiled(() => ({scores: async () => new Float32Array(120).fill(Number.NaN)}));
    assert.match(String(await checkSteps(noScores)), /^scores: NaN where /);
  });
});
