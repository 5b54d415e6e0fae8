import assert from 'node:assert/strict';
import type {Engine} from '../../source/engines/engine.js';
import {tutorialMethod} from '../../source/network/reference.js';
import {mnist} from './mnist.js';
import {largestDifference, largestWeightDifference, oracleBatchSize, readOracle} from './oracle.js';

const options = {...tutorialMethod, batchSize: oracleBatchSize, learningRate: 1e-3};
const tolerances = [
  [1, 1e-6],
  [10, 1e-5],
  [100, 1e-5],
  [468, 1e-3],
] as const;

/** Trains along the oracle up to a step, checking losses and weights on the way. */
export async function follow(engine: Engine, lastStep: number): Promise<void> {
  const oracle = readOracle();
  await engine.load(mnist());
  await engine.setState(oracle.initial);
  let done = 0;
  for (const [step, tolerance] of tolerances.filter(([step]) => step <= lastStep)) {
    const order = oracle.order.subarray(done * oracleBatchSize, step * oracleBatchSize);
    const losses = await engine.trainSteps(order, options);
    const lossDifference = largestDifference(losses, oracle.batchLoss.subarray(done, step));
    assert.ok(lossDifference < 1e-5, `losses up to step ${step} differ by ${lossDifference}`);
    const {weights, step: count} = await engine.getState();
    const weightDifference = largestWeightDifference(weights, oracle.weightsAfter(step));
    assert.ok(weightDifference < tolerance, `weights after step ${step} differ by ${weightDifference}`);
    assert.equal(count, step);
    done = step;
  }
}
