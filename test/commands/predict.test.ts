import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type SplitData, splits} from '../../source/dataset/dataset.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {mnist} from '../helpers/mnist.js';
import {largestDifference, readOracle} from '../helpers/oracle.js';
import {withOracleModel} from '../helpers/oracle-model.js';
import {fixture, jsonLines, type Result} from '../helpers/program.js';

const oracle = readOracle();

const predict = (...args: string[]): Promise<Result> => withOracleModel('predict', ...args);

describe('predict', () => {
  it('gives the scores of the wasm engine and of PyTorch, on both splits', async () => {
    const count = 300;
    const all = mnist();
    const firstOf = ({images, labels}: SplitData): SplitData => ({
      count,
      images: images.subarray(0, 784 * count),
      labels: labels.subarray(0, count),
    });
    const dataset = {...all, train: firstOf(all.train), test: firstOf(all.test)};
    const engine = await createWasmEngine(1);
    await engine.load(dataset);
    await engine.setState({...oracle.initial, weights: oracle.weightsAfter(468)});
    const indices = Array.from({length: count}, (_, index) => String(index));
    for (const split of splits) {
      const {stdout, stderr, exitCode} = await predict(...indices, '--split', split, '--json');
      assert.match(stderr, /^Weights: \S+model\.npz \(mnist, 1 epoch, 95\.9 %\)\n$/);
      assert.equal(exitCode, 0);
      const lines = jsonLines(stdout);
      const scores = Float32Array.from(lines.flatMap(line => line.scores as number[]));
      const difference = largestDifference(scores, await engine.scores(split));
      assert.ok(difference < 1e-5, `${split} scores differ from the engine's by ${difference}`);
      if (split === 'test') {
        const fromPytorch = largestDifference(scores, oracle.testScores.subarray(0, 10 * count));
        assert.ok(fromPytorch < 1e-4, `scores differ from PyTorch's by ${fromPytorch}`);
      }
      for (const [index, line] of lines.entries()) {
        const row = [...scores.subarray(10 * index, 10 * index + 10)];
        const answer = row.indexOf(Math.max(...row));
        const label = all[split].labels[index];
        const {scores: _, ...rest} = line;
        assert.deepEqual(rest, {index, split, label, answer, correct: answer === label});
      }
    }
  });

  it('answers in the order in which the digits are named, as often as they are', async () => {
    const {stdout} = await predict('9999', '8', '200', '8');
    const lines = stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.map(line => line.replace(/: answer.*/, '')),
      ['test 9999', 'test 8', 'test 200', 'test 8'],
    );
    assert.equal(lines[3], lines[1]);
    for (const line of lines) {
      assert.match(line, /^test \d+: answer \d, (right|wrong) \(label \d\) {2}scores 0:-?\d\.\d\d( \d:-?\d\.\d\d){9}$/);
    }
  });

  it('answers nothing when one of the digits does not exist', async () => {
    const {stdout, stderr, exitCode} = await predict('0', '10000');
    assert.deepEqual([stdout, exitCode], ['', 2]);
    assert.equal(stderr, 'mnist-tui: index 10000: the test split has 0 to 9999\n');
  });

  it('says so when the weights learned another dataset', async () => {
    const {stderr, exitCode} = await predict('0', '--data', fixture('data-files/compressed.npz'));
    assert.match(
      stderr,
      /^Weights: .*\nmnist-tui: these weights learned mnist, which compressed\.npz is not, or only a part of it\n$/,
    );
    assert.equal(exitCode, 0);
  });
});
