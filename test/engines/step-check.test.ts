import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Engine} from '../../source/engines/engine.js';
import {checkSteps} from '../../source/engines/step-check.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';

/** The wasm engine with one method replaced. */
async function spoiled(change: (engine: Engine) => Partial<Engine>): Promise<Engine> {
  const engine = await createWasmEngine();
  return Object.assign(engine, change(engine));
}

it('the check of an engine passes the one that is right', async () => {
  assert.equal(await checkSteps(await createWasmEngine()), undefined);
});

it('the check of an engine finds a loss, a weight and a score that are wrong, and NaN', async () => {
  const losses = (await createWasmEngine()).trainSteps;
  const wrongLoss = await spoiled(engine => ({
    trainSteps: async (...given) => (await losses.apply(engine, given)).map(value => value + 1e-3),
  }));
  assert.match(String(await checkSteps(wrongLoss)), /^loss: /);
  const noStep = await spoiled(() => ({trainSteps: async () => new Float32Array(2)}));
  assert.match(String(await checkSteps(noStep)), /^loss: 0 where /);
  const notANumber = await spoiled(engine => ({
    scores: async () => (await engine.predict(new Uint8Array(784 * 16))).fill(Number.NaN),
  }));
  assert.match(String(await checkSteps(notANumber)), /^scores: NaN where /);
});
