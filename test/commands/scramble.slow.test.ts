import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {homeIn} from '../helpers/environment.js';
import {withOracleModel} from '../helpers/oracle-model.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';

const small = fixture('data-files/compressed.npz');
const data = ['--data', small];
const training = [
  'train',
  ...data,
  '--engine',
  'wasm',
  '--batch-size',
  '8',
  '--epochs',
  '3',
  '--learning-rate',
  '0.01',
];

/** Gives what runs commands with one home folder, and that folder. */
const withHome = (use: (run: (...args: string[]) => Promise<Result>, folder: string) => Promise<void>): Promise<void> =>
  withFolder(folder => use((...args) => runProgram(args, {env: homeIn(folder)}), folder));

describe('--scramble', () => {
  it('shows digits with their pixels in another order', async () => {
    const pixelsOf = ({stdout}: Result): number[] => jsonLines(stdout)[0]?.pixels as number[];
    const plain = pixelsOf(await runProgram(['show', '3', '--json']));
    const scrambled = pixelsOf(await runProgram(['show', '3', '--json', '--scramble']));
    assert.notDeepEqual(scrambled, plain);
    assert.deepEqual(scrambled.toSorted(), plain.toSorted());
  });

  it('keeps runs apart from those on the plain dataset', async () => {
    await withHome(async run => {
      const trained = await run(...training, '--scramble', '--json');
      assert.equal(trained.exitCode, 0);
      const [begin] = jsonLines(trained.stdout);
      assert.deepEqual(begin?.dataset, {name: 'compressed.npz, scrambled', path: small});
      const end = jsonLines(trained.stdout).at(-1);
      assert.match(path.basename(String(end?.model)), /^mnist-scrambled-\d{8}-\d{6}-1\.npz$/);

      const plain = await run('evaluate', ...data);
      assert.match(plain.stderr, /no run on MNIST is saved .*; train first: \S.* train\n$/);
      const scrambled = await run('evaluate', ...data, '--scramble', '--json');
      assert.doesNotMatch(scrambled.stderr, /these weights learned/);
      assert.equal(jsonLines(scrambled.stdout)[0]?.dataset, 'MNIST, scrambled');
    });
  });

  it('says how a run that learned the other pixels is read', async () => {
    const {stderr, exitCode} = await withOracleModel('evaluate', '--scramble');
    assert.match(
      stderr,
      /these weights learned mnist, which mnist\.npz, scrambled is not, .*; leave out --scramble\n$/,
    );
    assert.equal(exitCode, 0);
    await withHome(async (run, folder) => {
      const model = ['--model', path.join(folder, 'w.npz')];
      await run(...training, ...model, '--scramble');
      const read = await run('predict', '0', ...data, ...model);
      assert.match(read.stderr, /learned MNIST, scrambled, which compressed\.npz is not, .*; add --scramble\n$/);
      const resumed = await run(...training, ...model, '--resume');
      assert.match(
        resumed.stderr,
        /learned MNIST, scrambled, and goes on with other data: compressed\.npz; add --scramble\n/,
      );
    });
    const missing = await runProgram(['mistakes', '--scramble']);
    assert.match(missing.stderr, /no run on MNIST, scrambled is saved .*; train first: \S.* train --scramble\n$/);
  });

  it('is not for commands that compare engines or count digits', async () => {
    for (const command of ['bench', 'doctor', 'info']) {
      const {stderr, exitCode} = await runProgram([command, '--scramble']);
      assert.equal(exitCode, 2);
      assert.match(
        stderr,
        /takes no --scramble; train, sweep, predict, evaluate, mistakes, explain, quiz, export, report, show, lesson do,/,
      );
    }
  });
});
