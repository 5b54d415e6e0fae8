import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {decodeCheckpoint, encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';
import {runInfo} from '../helpers/run-info.js';

const small = fixture('data-files/compressed.npz');
const base = ['train', '--engine', 'wasm', '--data', small, '--batch-size', '8', '--no-early-stop', '--json'];

/** The lines of a training without what differs from run to run. */
const figures = ({stdout}: Result): Record<string, unknown>[] =>
  jsonLines(stdout).map(({seconds: _, model: __, ...rest}) => rest);
const read = (file: string): ReturnType<typeof decodeCheckpoint> => decodeCheckpoint(readFileSync(file), file);

describe('train', () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGQUIT', 131],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    it(`stops at ${signal}, saves the weights and exits with ${code}`, {
      skip: process.platform === 'win32',
    }, async () => {
      await withFolder(async folder => {
        const model = path.join(folder, 'w.npz');
        let sent = false;
        const result = await runProgram([...base, '--epochs', '10000', '--model', model], {
          onOutput(text, kill) {
            if (!sent && text.includes('"epoch":3')) kill(signal);
            sent ||= text.includes('"epoch":3');
          },
        });
        assert.deepEqual([result.exitCode, result.stderr], [code, '']);
        const end = jsonLines(result.stdout).at(-1);
        assert.deepEqual([end?.reason, end?.model], ['stopped', model]);
        assert.equal(read(model).info?.epoch, end?.epochs);
      });
    });
  }

  it('goes on with --resume as a run that was never stopped, to the last digit', async () => {
    await withFolder(async folder => {
      const [whole, parts] = [path.join(folder, 'whole.npz'), path.join(folder, 'parts.npz')];
      const one = await runProgram([...base, '--epochs', '5', '--learning-rate', '0.01', '--model', whole]);
      await runProgram([...base, '--epochs', '2', '--learning-rate', '0.01', '--model', parts]);
      const rest = await runProgram([
        'train',
        '--engine',
        'wasm',
        '--data',
        small,
        '--json',
        '--epochs',
        '5',
        '--resume',
        '--model',
        parts,
      ]);
      assert.deepEqual([rest.exitCode, rest.stderr], [0, '']);
      const epochs = (lines: Record<string, unknown>[]): Record<string, unknown>[] =>
        lines.filter(({type}) => type === 'epoch');
      assert.deepEqual(epochs(figures(rest)), epochs(figures(one)).slice(2));
      assert.deepEqual(read(parts).state, read(whole).state);
      assert.equal(read(parts).info?.history.length, 5);
      assert.equal(read(path.join(folder, 'parts.previous.npz')).info?.epoch, 2);
    });
  });

  it('says when it goes on with other data, from the beginning of an epoch, and its file can be read', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'w.npz');
      const info = runInfo(4, undefined, {stepInEpoch: 300});
      writeFileSync(model, encodeCheckpoint(initialState(4, 1), info));
      const {stderr, exitCode} = await runProgram([...base, '--epochs', '3', '--resume', '--model', model]);
      assert.match(stderr, /^mnist-tui: this run learned blank, and goes on with other data: compressed\.npz\n$/);
      assert.equal(exitCode, 0);
      assert.equal(read(model).info?.epoch, 3);
    });
  });

  it('goes on with the newest run of the dataset in its own file', async () => {
    await withFolder(async folder => {
      const env = {XDG_DATA_HOME: folder, HOME: folder, LOCALAPPDATA: folder};
      const first = await runProgram([...base, '--epochs', '40'], {env});
      const second = await runProgram([...base, '--epochs', '41', '--resume'], {env});
      const files = [first, second].map(result => jsonLines(result.stdout).at(-1)?.model);
      assert.ok(typeof files[0] === 'string');
      assert.equal(files[1], files[0]);
      assert.equal(read(files[0]).info?.epoch, 41);
      assert.equal(readdirSync(path.dirname(files[0])).length, 1);
    });
  });

  it('refuses with --resume what the run has already, or a run that is not there', async () => {
    for (const [args, message, code] of [
      [['--hidden', '4'], /--resume goes on with the run's own hidden; leave out --hidden/, 2],
      [['--seed', '4'], /leave out --seed/, 2],
      [['--activation', 'tanh'], /leave out --activation/, 2],
      [['--loss', 'cross-entropy'], /leave out --loss/, 2],
      [['--optimizer', 'sgd'], /leave out --optimizer/, 2],
      [['--train-images', '20'], /leave out --train-images/, 2],
      [['--noise-labels', '5'], /leave out --noise-labels/, 2],
      [[], /no run on MNIST is saved that has learned something; train first/, 1],
    ] as const) {
      const {stdout, stderr, exitCode} = await runProgram([...base, '--resume', ...args]);
      assert.match(stderr, message);
      assert.match(stderr, /^mnist-tui: .*\n$/);
      assert.deepEqual([stdout, exitCode], ['', code]);
    }
  });

  it('refuses an early stop where the images are augmented, and has none there by itself', async () => {
    const {stderr, exitCode} = await runProgram([...base, '--augment', '--early-stop']);
    assert.match(stderr, /^mnist-tui: --augment trains without the early stop; leave out --early-stop\n$/);
    assert.equal(exitCode, 2);
    const [start] = jsonLines((await runProgram([...base, '--augment', '--epochs', '1', '--no-save'])).stdout);
    assert.deepEqual([start?.augment, start?.earlyStop], [true, false]);
  });

  it('keeps nothing with --no-save', async () => {
    await withFolder(async folder => {
      const env = {XDG_DATA_HOME: folder, HOME: folder, LOCALAPPDATA: folder};
      const {stdout, exitCode} = await runProgram([...base, '--epochs', '2', '--no-save'], {env});
      assert.equal(exitCode, 0);
      assert.equal(jsonLines(stdout).at(-1)?.model, undefined);
      assert.deepEqual(readdirSync(folder), []);
    });
  });

  it('refuses to put weights in place of anything else, before it trains', async () => {
    await withFolder(async folder => {
      const notes = path.join(folder, 'notes.txt');
      writeFileSync(notes, 'my notes');
      for (const model of [notes, folder]) {
        const {stdout, stderr, exitCode} = await runProgram([...base, '--model', model]);
        assert.match(stderr, /^mnist-tui: .*: (is there already|is a folder).*\n$/);
        assert.deepEqual([stdout, exitCode], ['', 2]);
      }
      assert.equal(readFileSync(notes, 'utf8'), 'my notes');
      const within = path.join(notes, 'w.npz');
      const {stdout, exitCode} = await runProgram([...base, '--model', within]);
      assert.equal(stdout, '');
      assert.ok(exitCode === 1 || exitCode === 2);
    });
  });

  it('says whether the network has learned, and never takes one by default that has not', async () => {
    await withFolder(async folder => {
      const env = {XDG_DATA_HOME: folder, HOME: folder, LOCALAPPDATA: folder};
      const {stdout} = await runProgram([...base, '--epochs', '1', '--learning-rate', '1e-9'], {env});
      const end = jsonLines(stdout).at(-1);
      assert.equal(end?.learned, false);
      assert.ok(existsSync(String(end?.model)));
      const predicted = await runProgram(['predict', '0', '--data', small], {env});
      assert.deepEqual([predicted.stdout, predicted.exitCode], ['', 1]);
      assert.match(predicted.stderr, /no run on MNIST is saved that has learned something/);
      assert.equal(
        (await runProgram(['predict', '0', '--data', small, '--model', String(end?.model)], {env})).exitCode,
        0,
      );
    });
  });
});
