import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {decodeCheckpoint, encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';

/** The lines of a training without what differs from run to run. */
const figures = ({stdout}: Result): Record<string, unknown>[] =>
  jsonLines(stdout).map(({seconds: _, model: __, ...rest}) => rest);
const read = (file: string): ReturnType<typeof decodeCheckpoint> => decodeCheckpoint(readFileSync(file), file);

describe('train --resume', () => {
  it('says of a run that is finished, killed after that or not, that it is, and what trains it on', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'w.npz');
      const small = ['--engine', 'wasm', '--data', fixture('data-files/compressed.npz'), '--model', model];
      await runProgram(['train', ...small, '--batch-size', '8', '--epochs', '3', '--no-early-stop']);
      const before = readFileSync(model);
      const {stdout, stderr, exitCode} = await runProgram(['train', '--resume', ...small]);
      assert.deepEqual([exitCode, stderr], [0, '']);
      assert.match(
        stdout,
        /after 3 epochs\n(.*\n)+This run is finished: its 3 epochs are done\. Nothing was trained; /,
      );
      assert.match(stdout, /--resume with --epochs 4 or more trains it on\nWeights saved: .*w\.npz\n$/);
      const json = jsonLines((await runProgram(['train', '--resume', '--json', ...small])).stdout);
      assert.deepEqual(
        json
          .filter(({type}) => type !== 'advice')
          .map(({type, firstEpoch, lastEpoch, reason, epochs}) => [type, firstEpoch, lastEpoch, reason, epochs]),
        [
          ['start', 4, 3, undefined, 3],
          ['end', undefined, undefined, 'epochs', 3],
        ],
      );
      assert.deepEqual(readFileSync(model), before);
      const on = await runProgram(['train', '--resume', '--epochs', '4', ...small]);
      assert.equal(on.exitCode, 0);
      assert.equal(read(model).info?.epoch, 4);
    });
  });

  it('refuses an early stop for a run that has none, since it is augmented or has another loss', async () => {
    await withFolder(async folder => {
      const small = ['--engine', 'wasm', '--data', fixture('data-files/compressed.npz'), '--batch-size', '8'];
      for (const kind of [['--augment'], ['--loss', 'cross-entropy']]) {
        const model = path.join(folder, `${kind.length}.npz`);
        await runProgram(['train', ...small, ...kind, '--epochs', '1', '--model', model]);
        const before = readFileSync(model);
        const {stderr, exitCode} = await runProgram([
          'train',
          '--resume',
          '--early-stop',
          '--epochs',
          '2',
          '--model',
          model,
          ...small,
        ]);
        assert.equal(stderr, `mnist-tui: ${kind.join(' ')} trains without the early stop; leave out --early-stop\n`);
        assert.equal(exitCode, 2);
        assert.deepEqual(readFileSync(model), before);
      }
    });
  });

  it('says so of one that the early stop has ended', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'w.npz');
      const info = read(await trainedOnce(folder)).info ?? assert.fail();
      const [record = assert.fail()] = info.history;
      const history = [{...record, epoch: 7, testLoss: 0.0149}];
      const stopped = {...info, epoch: 7, history, settings: {...info.settings, epochs: 20, earlyStop: true}};
      writeFileSync(model, encodeCheckpoint({...read(path.join(folder, 'one.npz')).state, step: 56}, stopped));
      const small = ['--engine', 'wasm', '--data', fixture('data-files/compressed.npz'), '--model', model];
      const {stdout} = await runProgram(['train', '--resume', ...small]);
      assert.match(
        stdout,
        /is finished: the early stop ended it after epoch 7\. .*--resume with --no-early-stop trains/,
      );
      const on = await runProgram(['train', '--resume', '--no-early-stop', '--epochs', '8', ...small]);
      assert.match(on.stdout, /^Step 8, .*\n(.*\n)*All epochs done\n/m);
    });
  });
});

/** A run of one epoch. */
async function trainedOnce(folder: string): Promise<string> {
  const model = path.join(folder, 'one.npz');
  const small = ['--engine', 'wasm', '--data', fixture('data-files/compressed.npz'), '--model', model];
  const {exitCode, stderr} = await runProgram(['train', ...small, '--batch-size', '8', '--epochs', '1']);
  assert.equal(exitCode, 0, stderr);
  return model;
}

describe('train', () => {
  for (const given of ['--shuffle', '--no-shuffle', '--augment']) {
    it(`goes on in the midst of an epoch with the same figures, its mean train loss too: ${given}`, async () => {
      await withFolder(async folder => {
        const [whole, parts] = [path.join(folder, 'whole.npz'), path.join(folder, 'parts.npz')];
        // Large batches on MNIST itself, so that a signal comes within an epoch.
        const mnist = [...'train --engine wasm --threads 1 --hidden 256 --json --no-early-stop'.split(' '), given];
        const one = await runProgram([...mnist, '--epochs', '2', '--model', whole]);
        await runProgram([...mnist, '--epochs', '2', '--model', parts], {
          onOutput: (text, kill) => {
            if (text.includes('"epoch":1,"percent":30') && !text.includes('"percent":60')) kill('SIGINT');
          },
        });
        const {info} = read(parts);
        assert.equal(info?.settings.shuffle, given !== '--no-shuffle');
        assert.equal(info.settings.augment, given === '--augment');
        assert.ok(info !== undefined && info.stepInEpoch > 0, 'it was stopped within an epoch');
        const rest = await runProgram(['train', '--engine', 'wasm', '--json', '--resume', '--model', parts]);
        const epochs = (result: Result): unknown[] => figures(result).filter(({type}) => type === 'epoch');
        assert.deepEqual(epochs(rest), epochs(one).slice(info.epoch));
        assert.deepEqual(read(parts).state, read(whole).state);
      });
    });
  }
});
