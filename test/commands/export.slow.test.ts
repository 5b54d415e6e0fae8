import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {encodeNpz} from '../../source/training/formats/export/npz.js';
import {decodeModel} from '../../source/training/formats/model-file.js';
import {bitsOf, network} from '../helpers/exported.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';

const data = fixture('data-files/compressed.npz');
const trained = network('tanh', 'cross-entropy', 3);

/** A folder with weights in it, and what runs a command on these. */
const withWeights = (
  use: (folder: string, run: (...args: string[]) => Promise<Result>) => Promise<void>,
): Promise<void> =>
  withFolder(async folder => {
    const model = path.join(folder, 'weights.npz');
    writeFileSync(model, encodeNpz(trained));
    await use(folder, (...args) => runProgram([...args, '--data', data, '--model', model]));
  });

describe('export', () => {
  it('writes the format that the path ends in', async () => {
    await withWeights(async (folder, run) => {
      const beginnings = {npz: /^PK/, safetensors: /^.{8}\{/s, onnx: /mnist-tui/, csv: /^layer,unit/, h: /^\/\*/};
      for (const [ending, beginning] of Object.entries(beginnings)) {
        const file = path.join(folder, `digits.${ending.toUpperCase()}`);
        const {stdout, stderr, exitCode} = await run('export', file);
        const format = ending === 'h' ? 'c' : ending;
        assert.deepEqual([exitCode, stdout], [0, `Weights written as ${format}: ${file}\n`]);
        assert.match(stderr, /^Weights: .*weights\.npz/);
        assert.match(readFileSync(file, 'latin1').slice(0, 100), beginning);
      }
    });
  });

  it('writes what --format says, whatever the ending, and the folder of TensorFlow.js', async () => {
    await withWeights(async (folder, run) => {
      const [file, tfjs] = [path.join(folder, 'digits.npz'), path.join(folder, 'digits')];
      assert.equal((await run('export', file, '--format', 'safetensors')).exitCode, 0);
      const {state, loss} = decodeModel(readFileSync(file), file);
      assert.deepEqual([bitsOf(state.weights), state.weights.activation], [bitsOf(trained.weights), 'tanh']);
      assert.equal(loss, 'cross-entropy');
      assert.equal((await run('export', tfjs, '--format', 'tfjs')).exitCode, 0);
      assert.deepEqual(readdirSync(tfjs).sort(), ['model.json', 'weights.bin']);
    });
  });

  it('is refused without a path, without a format, and where something is already', async () => {
    await withWeights(async (folder, run) => {
      const refused = async (pattern: RegExp, ...args: string[]): Promise<void> => {
        const {stdout, stderr, exitCode} = await run('export', ...args);
        assert.deepEqual([exitCode, stdout], [2, '']);
        assert.match(stderr, pattern);
      };
      await refused(/^mnist-tui: export: where to\? Name a file/);
      await refused(/says no format; name one with --format: npz, safetensors, onnx, tfjs, csv, c\n$/, 'digits');
      await refused(/says no format/, 'digits.pkl');
      await refused(/--format: "pkl"; wanted npz, /, 'digits', '--format', 'pkl');
      await refused(/is there already, and nothing is replaced/, path.join(folder, 'weights.npz'));
      assert.deepEqual(readdirSync(folder), ['weights.npz']);
    });
  });
});

describe('--model', () => {
  it('reads weights alone from .npz and .safetensors, and the answers are the same', async () => {
    await withWeights(async (folder, run) => {
      const file = path.join(folder, 'w.safetensors');
      await run('export', file);
      const predict = async (model: string): Promise<Record<string, unknown>[]> => {
        const {stdout, stderr, exitCode} = await runProgram([
          'predict',
          '0-4',
          '--json',
          '--data',
          data,
          '--model',
          model,
        ]);
        assert.equal(exitCode, 0, stderr);
        return jsonLines(stdout);
      };
      const lines = await predict(file);
      assert.equal(lines.length, 5);
      assert.deepEqual(lines, await predict(path.join(folder, 'weights.npz')));
    });
  });

  it('of training is an .npz, and weights alone are never trained on or replaced', async () => {
    await withWeights(async (folder, run) => {
      const train = ['train', '--data', data, '--engine', 'wasm', '--epochs', '1'];
      const other = path.join(folder, 'new.safetensors');
      const named = await runProgram([...train, '--model', other]);
      assert.deepEqual([named.exitCode, existsSync(other)], [2, false]);
      assert.match(named.stderr, /a run is saved as \.npz; export its weights/);
      const replaced = await run('train', '--engine', 'wasm', '--epochs', '1');
      assert.equal(replaced.exitCode, 2);
      assert.match(replaced.stderr, /is there already/);
      const resumed = await run('train', '--engine', 'wasm', '--resume', '--no-save');
      assert.equal(resumed.exitCode, 1);
      assert.match(resumed.stderr, /holds weights, but no run that could go on/);
    });
  });
});

describe('train --history', () => {
  it('writes the figures of every epoch, also of those before --resume', async () => {
    await withFolder(async folder => {
      const [model, file] = [path.join(folder, 'w.npz'), path.join(folder, 'h.json')];
      const train = ['train', '--data', data, '--engine', 'wasm', '--batch-size', '8', '--json', '--model', model];
      const figures = ({stdout}: Result): Record<string, unknown>[] =>
        jsonLines(stdout).flatMap(({type, confusion: _, ...rest}) => (type === 'epoch' ? [rest] : []));
      const first = await runProgram([...train, '--epochs', '2', '--history', file]);
      assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), figures(first));
      const second = await runProgram([...train, '--epochs', '3', '--resume', '--history', file]);
      assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), [...figures(first), ...figures(second)]);
      assert.equal(figures(second).length, 1);
      const wrong = await runProgram([...train, '--history', path.join(folder, 'h.txt')]);
      assert.equal(wrong.exitCode, 2);
      assert.match(wrong.stderr, /--history: ".*h\.txt"; wanted a path that ends in \.csv or \.json/);
    });
  });
});
