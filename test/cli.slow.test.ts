import assert from 'node:assert/strict';
import path from 'node:path';
import {it} from 'node:test';
import {jsonLines, runProgram, withFolder} from './helpers/program.js';

function numbers(record: Record<string, unknown>, ...names: string[]): number[] {
  return names.map(name => {
    const value = record[name];
    assert.equal(typeof value, 'number', `${name} in ${JSON.stringify(record)}`);
    return Number(value);
  });
}

it('repeats a run to the last digit, and learns as PyTorch does with five seeds', async () => {
  await withFolder(async folder => {
    const runs = [];
    for (const seed of [1, 1, 2, 3, 4, 5]) {
      const model = path.join(folder, 'model.npz');
      const {stdout, exitCode} = await runProgram([
        ...['train', '--engine', 'wasm', '--json'],
        ...['--seed', String(seed), '--model', model],
      ]);
      assert.equal(exitCode, 0);
      runs.push(jsonLines(stdout).map(({seconds: _, ...rest}) => rest));
    }
    assert.deepEqual(runs[0], runs[1]);
    assert.notDeepEqual(runs[0], runs[2]);
    for (const run of runs) {
      assert.equal(run[0].type, 'start');
      assert.equal(run[0].engine, 'wasm');
      const progress = run.filter(({type}) => type === 'progress');
      assert.ok(progress.length === 70 && progress.every(({percent}) => Number(percent) % 10 === 0));
      const epochs = run.filter(({type}) => type === 'epoch');
      const [accuracy, meanTestLoss] = numbers(epochs[0], 'accuracy', 'meanTestLoss');
      assert.ok(accuracy > 0.95 && accuracy < 0.965, `accuracy ${accuracy} after epoch 1`);
      assert.ok(meanTestLoss > 0.0125 && meanTestLoss < 0.0145, `mean test loss ${meanTestLoss} after epoch 1`);
      const last = epochs[epochs.length - 1];
      const [epoch, lastAccuracy, lastMean, testLoss] = numbers(last, 'epoch', 'accuracy', 'meanTestLoss', 'testLoss');
      assert.equal(epoch, 7);
      assert.ok(testLoss < 0.015);
      assert.ok(lastAccuracy >= 0.97 && lastAccuracy <= 0.979, `accuracy ${lastAccuracy} at the end`);
      assert.ok(lastMean >= 0.0078 && lastMean <= 0.0095, `mean test loss ${lastMean} at the end`);
      const end = run[run.length - 1];
      assert.deepEqual([end.type, end.reason, end.epochs], ['end', 'early-stop', 7]);
    }
  });
});
