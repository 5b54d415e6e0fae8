import assert from 'node:assert/strict';
import {it} from 'node:test';
import {openWasm, startWorker} from '../helpers/worker.js';

it('a paused worker tells what the optimiser remembers, as the engine has it, before and after each step', async () => {
  const engine = await openWasm();
  const worker = await startWorker(engine);
  const atStart = await worker.until('network');
  assert.deepEqual([atStart.step, atStart.optimiser?.firstMoment.outputBias], [0, new Float32Array(10)]);
  worker.wish(1, {paused: true});
  worker.send({type: 'step'});
  const {step, weights, optimiser} = await worker.until('network', event => event.step === 1);
  const {firstMoment, secondMoment, ...state} = await engine.getState();
  assert.deepEqual(
    {step, weights, ...optimiser},
    {step: state.step, weights: state.weights, firstMoment, secondMoment},
  );
  assert.notDeepEqual(firstMoment.outputBias, new Float32Array(10));
  worker.send({type: 'close'});
});
