import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {oracleScores, testLabels} from '../helpers/oracle-answers.js';
import {withOracleModel} from '../helpers/oracle-model.js';
import {fixture, jsonLines, runProgram} from '../helpers/program.js';

/** PyTorch's mistakes after its first epoch. */
const expected = [...testLabels.entries()].flatMap(([index, label]) => {
  const scores = oracleScores(index);
  const [first, second] = scores.toSorted((one, other) => other - one);
  const answer = scores.indexOf(first);
  return answer === label ? [] : [{index, label, answer, margin: first - second}];
});

describe('mistakes', () => {
  it('lists those of PyTorch, the widest lead of the wrong answer first', async () => {
    const {stdout, stderr, exitCode} = await withOracleModel('mistakes', '--json');
    assert.match(stderr, /^Weights: \S+model\.npz \(mnist, 1 epoch, 95\.9 %\)\n$/);
    assert.equal(exitCode, 0);
    const lines = jsonLines(stdout);
    const margins = lines.map(({margin}) => Number(margin));
    assert.ok(margins.every((margin, place) => place === 0 || margin <= margins[place - 1]));
    const byIndex = lines.toSorted((one, other) => Number(one.index) - Number(other.index));
    assert.deepEqual(
      byIndex.map(({margin: _, ...line}) => line),
      expected.map(({margin: _, ...mistake}) => ({split: 'test', ...mistake})),
    );
    for (const [place, {margin}] of expected.entries()) {
      assert.ok(Math.abs(Number(byIndex[place].margin) - margin) < 2e-4, `${byIndex[place].margin} for ${margin}`);
    }
  });

  it('is a table for people, after a line that says how many there are', async () => {
    const {stdout} = await withOracleModel('mistakes', '--limit', '3');
    const [first, blank, header, ...rows] = stdout.trimEnd().split('\n');
    assert.equal(first, '422 of 10,000 test digits answered wrong, the widest lead of the wrong answer first');
    assert.deepEqual([blank, header.trim().split(/ +/)], ['', ['index', 'label', 'answer', 'lead']]);
    const widest = expected.toSorted((one, other) => other.margin - one.margin).slice(0, 3);
    assert.deepEqual(
      rows.map(row => row.trim().split(/ +/)),
      widest.map(({index, label, answer, margin}) => [index, label, answer, margin.toFixed(2)].map(String)),
    );
  });

  it('takes the other split', async () => {
    const data = fixture('data-files/compressed.npz');
    const {stdout} = await withOracleModel('mistakes', '--data', data, '--split', 'train', '--json');
    assert.deepEqual([...new Set(jsonLines(stdout).map(({split}) => split))], ['train']);
  });

  it('refuses a limit that is none, and arguments', async () => {
    for (const args of [['--limit', '0'], ['--limit', 'x'], ['200']]) {
      const {stdout, stderr, exitCode} = await runProgram(['mistakes', ...args]);
      assert.match(stderr, /^mnist-tui: [^\n]+\n$/);
      assert.deepEqual([stdout, exitCode], ['', 2]);
    }
  });
});
