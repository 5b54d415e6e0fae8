import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readOracle} from '../helpers/oracle.js';
import {oracleConfusion} from '../helpers/oracle-answers.js';
import {withOracleModel} from '../helpers/oracle-model.js';
import {fixture, jsonLines, runProgram} from '../helpers/program.js';

const oracle = readOracle();
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count);
const row = (label: number): number[] => oracleConfusion.slice(10 * label, 10 * label + 10);
const column = (answer: number): number[] => digits.map(label => oracleConfusion[10 * label + answer]);
/** PyTorch's right answers to a digit, of those with the label and of those that name it. */
const recall = (digit: number): number => row(digit)[digit] / sum(row(digit));
const precision = (digit: number): number => row(digit)[digit] / sum(column(digit));

describe('evaluate', () => {
  it("has PyTorch's accuracy, loss, confusion matrix, precision and recall", async () => {
    const {stdout, stderr, exitCode} = await withOracleModel('evaluate', '--json');
    assert.match(stderr, /^Weights: \S+model\.npz \(mnist, 1 epoch, 95\.9 %\)\n$/);
    assert.equal(exitCode, 0);
    const [line, ...more] = jsonLines(stdout);
    const {meanTestLoss, ...rest} = line;
    assert.deepEqual(rest, {
      dataset: 'MNIST',
      split: 'test',
      accuracy: sum(digits.map(digit => row(digit)[digit])) / 10_000,
      confusion: digits.map(row),
      digits: digits.map(digit => ({digit, precision: precision(digit), recall: recall(digit)})),
    });
    assert.ok(Math.abs(Number(meanTestLoss) - oracle.testLossMean) < 1e-6, String(meanTestLoss));
    assert.deepEqual(more, []);
  });

  it('has the same for people: a sentence, and a row for each label', async () => {
    const {stdout} = await withOracleModel('evaluate');
    const lines = stdout.trimEnd().split('\n');
    assert.match(lines[0], /^MNIST, test split: 95\.8 % right, 422 of 10,000 digits wrong, mean loss 0\.0\d{5}$/);
    const rows = lines.slice(-10).map(line => line.trim().split(/ +/));
    const percent = (share: number): string[] => [(100 * share).toFixed(1), '%'];
    assert.deepEqual(
      rows,
      digits.map(digit => [
        ...[digit, ...row(digit)].map(String),
        ...percent(recall(digit)),
        ...percent(precision(digit)),
      ]),
    );
    assert.ok(lines.every(line => line.length <= 110));
  });

  it('takes any weights on any dataset and split, and says so', async () => {
    const data = fixture('data-files/compressed.npz');
    const {stdout, stderr} = await withOracleModel('evaluate', '--data', data, '--split', 'train', '--json');
    assert.match(
      stderr,
      /\nmnist-tui: these weights learned mnist, which compressed\.npz is not, or only a part of it\n$/,
    );
    const [{split, confusion}] = jsonLines(stdout);
    assert.deepEqual([split, sum((confusion as number[][]).flat())], ['train', 64]);
  });

  it('says in a line what is missing: a run, the file, the split', async () => {
    const missing: [string[], RegExp][] = [
      [[], /^mnist-tui: no run on MNIST is saved that has learned something; train first: \S.* train\n$/],
      [['--model', 'gone.npz'], /^mnist-tui: gone\.npz: no weights saved yet; train first: \S.* train\n$/],
      [['--data', fixture('data-files/missing-key.npz')], /^mnist-tui: \S*missing-key\.npz: \S.*\n$/],
      [['--model', fixture('data-files/stored.npz')], /^mnist-tui: \S*stored\.npz: \S.*\n$/],
    ];
    for (const [args, message] of missing) {
      const {stdout, stderr, exitCode} = await runProgram(['evaluate', ...args]);
      assert.match(stderr, message);
      assert.deepEqual([stdout, exitCode], ['', 1]);
    }
  });
});
