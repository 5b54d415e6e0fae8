import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {savedAdvice} from '../../../source/state/adviser/saved-advice.js';
import type {RunInfo} from '../../../source/training/formats/run-info.js';
import type {EpochRecord} from '../../../source/training/protocol.js';
import {runInfo} from '../../helpers/run-info.js';
import {blankDataset} from '../../helpers/scripted-engine.js';

const dataset = blankDataset(8000, 100);
const even = Array.from({length: 100}, (_, place) => (place % 11 === 0 ? 10 : 0));
const history = (...figures: [test: number, train: number, accuracy: number][]): EpochRecord[] =>
  figures.map(([meanTestLoss, meanTrainLoss, accuracy], place) => ({
    ...{epoch: place + 1, meanTestLoss, meanTrainLoss, accuracy, loss: meanTrainLoss, testLoss: 0.012, seconds: 1},
  }));
const learned: [number, number, number][] = [
  [0.02, 0.03, 0.9],
  [0.01, 0.01, 0.96],
  [0.009, 0.008, 0.97],
];

/** The rules that speak. */
function rules(
  given: Partial<RunInfo>,
  {dead = 5, confusion = even}: {dead?: number; confusion?: number[]} = {},
): string[] {
  const info = runInfo(128, dataset, {history: history(...learned), ...given});
  return savedAdvice(info, dataset, {step: 3000, dead, confusion}).map(({rule}) => rule);
}

describe('what the adviser says of a saved run', () => {
  it('is nothing of a sound one', () => {
    assert.deepEqual(rules({}), []);
  });

  it('is of the figures of its epochs, as after its end', () => {
    assert.deepEqual(rules({history: history(...learned, [0.0095, 0.0078, 0.95])}), ['earlier-was-better']);
    const over = history(...learned, [0.012, 0.006, 0.97], [0.013, 0.005, 0.97], [0.014, 0.004, 0.97]);
    assert.ok(rules({history: over}).includes('overfits'));
  });

  it('is of dead units and of answers', () => {
    assert.deepEqual(rules({}, {dead: 40}), ['many-units-dead']);
    assert.deepEqual(rules({}, {dead: 64}), ['most-units-dead']);
    const never = even.map((count, place) => (place === 33 ? 0 : place === 35 ? 10 : count));
    assert.deepEqual(rules({}, {confusion: never}), ['never-answers']);
  });

  it('is of the images that it had', () => {
    const {settings} = runInfo(128);
    assert.deepEqual(rules({settings: {...settings, batchSize: 8, trainImages: 80}}), ['few-steps']);
  });
});
