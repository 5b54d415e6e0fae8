import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {decodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';

/** The lines of a training without what differs from run to run. */
const figures = ({stdout}: Result): Record<string, unknown>[] =>
  jsonLines(stdout).map(({seconds: _, model: __, ...rest}) => rest);
const read = (file: string): ReturnType<typeof decodeCheckpoint> => decodeCheckpoint(readFileSync(file), file);

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
