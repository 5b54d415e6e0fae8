import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {advisedRun, mnistPart} from '../helpers/advised-run.js';
import {withFolder} from '../helpers/program.js';
import {runInfo} from '../helpers/run-info.js';

const eightfold = (weight: number): number => 8 * weight;

describe('what the adviser says of longer real runs', () => {
  it('18 seeds of the default run: nothing', async () => {
    for (let seed = 1; seed <= 18; seed++) {
      const {messages, epochs} = await advisedRun({seed});
      assert.deepEqual([messages, epochs.length >= 7], [[], true], `seed ${seed}`);
    }
  });

  it('learning rates that are a little low or high: nothing', async () => {
    for (const learningRate of [3e-4, 1.5e-3]) {
      assert.deepEqual((await advisedRun({learningRate, epochs: 7})).messages, [], `rate ${learningRate}`);
    }
  });

  it('a learning rate of 1e-6: it hardly learns', async () => {
    const {rules, messages, epochs} = await advisedRun({learningRate: 1e-6, epochs: 2});
    assert.deepEqual(rules, ['hardly-learns']);
    const loss = epochs.at(-1)?.meanTestLoss.toFixed(4);
    assert.equal(messages[0], `After 936 steps the loss is ${loss}, guessing is 0.0900.`);
  });

  it('two hidden units: digits that are never answered, and a plateau', async () => {
    const {rules, fixes} = await advisedRun({hidden: 2, epochs: 5});
    assert.deepEqual(rules.slice(0, 1), ['never-answers']);
    assert.ok(rules.includes('plateau'), rules.join());
    for (const fix of fixes) assert.match(fix, /--hidden 128/);
  });

  it('5,000 images, a fifth of their labels drawn anew: it overfits, and one place to stop is named', async () => {
    const data = mnistPart(5000, 2000, 0.2);
    const {rules, messages, epochs} = await advisedRun({data, epochs: 60, earlyStop: false});
    assert.deepEqual(rules, ['overfits']);
    const least = Math.min(...epochs.map(({meanTestLoss}) => meanTestLoss));
    assert.ok(messages[0]?.includes(`(test loss ${least.toFixed(4)})`), messages[0]);
  });

  it('batches of 8 at 0.003: up and down', async () => {
    const given = {data: mnistPart(12_800, 2000), batchSize: 8, learningRate: 0.003, epochs: 4};
    const {rules, messages} = await advisedRun(given);
    assert.equal(rules[0], 'up-and-down');
    assert.match(messages[0] ?? '', /^The accuracy went \+\d\.\d, -\d\.\d, \+\d\.\d points/);
  });

  it('weights of another program that are too large: far off', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'large.npz');
      const state = initialState(128, 1);
      const {hiddenWeight, outputWeight} = state.weights;
      const large = {
        ...state.weights,
        hiddenWeight: hiddenWeight.map(eightfold),
        outputWeight: outputWeight.map(eightfold),
      };
      const info = runInfo(128);
      writeFileSync(model, encodeCheckpoint({...state, weights: large}, info));
      const {rules, messages} = await advisedRun({model, data: mnistPart(12_800, 1000), epochs: info.epoch + 1});
      assert.equal(rules[0], 'far-off');
      assert.match(messages[0] ?? '', /^The first loss is \d\d\.\d, guessing is 0\.0900: /);
    });
  });

  it('seven epochs of few images: the early stop is not reached', async () => {
    const {rules, messages, epochs} = await advisedRun({data: mnistPart(6400, 2000), epochs: 7});
    assert.ok(rules.includes('limit-not-reached'), rules.join());
    const loss = epochs.at(-1)?.testLoss.toFixed(4);
    assert.ok(messages.includes(`The last test batch's loss is ${loss}; the early stop wants less than 0.015.`));
  });
});
