import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';
import {runInfo} from '../helpers/run-info.js';

const oracle = readOracle();
const {test} = mnist();
const scoresOf = (index: number): number[] => [...oracle.testScores.subarray(10 * index, 10 * index + 10)];

/** Runs explain with the weights that PyTorch has after one epoch. */
async function explain(...args: string[]): Promise<Result> {
  return withFolder(async folder => {
    const model = path.join(folder, 'model.npz');
    const state = {...oracle.initial, weights: oracle.weightsAfter(468), step: 468};
    writeFileSync(model, encodeCheckpoint(state, runInfo(state.hidden, mnist())));
    return runProgram(['explain', ...args, '--model', model]);
  });
}

type Line = {index: number; answer: number; against: number; contributions: number[]; rest: number; difference: number};

describe('explain', () => {
  it("gives parts that add up to PyTorch's lead, over the runner-up or the digit that is named", async () => {
    for (const against of [undefined, 5]) {
      const named = against === undefined ? [] : ['--against', String(against)];
      const {stdout, stderr, exitCode} = await explain('0', '92', ...named, '--json');
      assert.match(stderr, /^Weights: .*\n$/);
      assert.equal(exitCode, 0);
      const lines = jsonLines(stdout) as unknown as Line[];
      assert.deepEqual(
        lines.map(({index}) => index),
        [0, 92],
      );
      for (const {index, answer, against: other, contributions, rest, difference} of lines) {
        const scores = scoresOf(index);
        const [first, second] = scores.map((_, digit) => digit).sort((one, two) => scores[two] - scores[one]);
        assert.deepEqual([answer, other], [first, against ?? second]);
        assert.ok(Math.abs(difference - (scores[answer] - scores[other])) < 1e-4);
        assert.ok(Math.abs(contributions.reduce((sum, part) => sum + part, rest) - difference) < 1e-9);
        const inked = contributions.filter(part => part !== 0).length;
        assert.equal(inked, test.images.subarray(784 * index, 784 * (index + 1)).filter(ink => ink > 0).length);
      }
    }
  });

  it('draws the digit in signs and writes the sums for people', async () => {
    const {stdout} = await explain('0');
    const [first, ...lines] = stdout.trimEnd().split('\n');
    assert.equal(first, 'test 0: answer 7, right (label 7), leads 3, the runner-up');
    assert.equal(lines.length, 28 + 5);
    assert.match(lines[28] ?? '', /^ {9}ink that counts for little: \.$/);
    assert.match(lines.slice(0, 28).join(''), /^[ .+#=-]+$/);
    const numbers = lines.slice(29).map(line => Number(/^ *(?:= )?([-+]?\d\.\d\d) {2}/.exec(line)?.[1]));
    const [more = 0, less = 0, biases = 0, lead = 0] = numbers;
    assert.equal((more + less + biases).toFixed(2), lead.toFixed(2));
    assert.match(lines.slice(29).join('; '), /pixels for 7: \+#; .* pixels for 3: -=; .* biases; .* lead$/);
  });

  it('calls the other digit no runner-up where it was named', async () => {
    const {stdout} = await explain('0', '--against', '5');
    assert.match(stdout, /^test 0: answer 7, right \(label 7\), leads 5\n/);
  });

  it('explains nothing when one of the digits does not exist, or is compared with its own answer', async () => {
    const missing = await explain('0', '10000');
    assert.deepEqual([missing.stdout, missing.exitCode], ['', 2]);
    assert.equal(missing.stderr, 'mnist-tui: index 10000: the test split has 0 to 9999\n');
    const itself = await explain('1', '0', '--against', '7');
    assert.deepEqual([itself.stdout, itself.exitCode], ['', 2]);
    assert.match(itself.stderr, /\nmnist-tui: --against 7: that is the answer for test 0; name another digit\n$/);
    assert.equal((await explain('0', '--against', '10')).exitCode, 2);
  });
});
