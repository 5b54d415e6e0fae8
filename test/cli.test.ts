import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {fewMistakes, isOneLine} from './helpers/command-line-mistakes.js';
import {fixture, jsonLines, runProgram, withFolder} from './helpers/program.js';

const small = fixture('data-files/compressed.npz');
/** The escape character that begins every control sequence. */
const escapeByte = '\u001B';

/** The command that trains, on the engine that is everywhere. */
const train = ['train', '--engine', 'wasm'];

describe('without a terminal', () => {
  it('trains to the early stop, says so in plain lines, and ends though standard input stays open', async () => {
    await withFolder(async folder => {
      const {stdout, stderr, exitCode} = await runProgram([
        '--engine',
        'wasm',
        '--model',
        path.join(folder, 'model.npz'),
      ]);
      assert.equal(exitCode, 0);
      assert.equal(stderr, '');
      assert.ok(!stdout.includes(escapeByte));
      const epochs = stdout.split('\n').filter(line => line.startsWith('Step '));
      assert.equal(epochs.length, 7);
      for (const [index, line] of epochs.entries()) {
        assert.match(
          line,
          new RegExp(`^Step ${index + 1}, loss: 0\\.\\d{6}, loss_test: 0\\.\\d{6}, accuracy: 0\\.9\\d{3}$`),
        );
      }
      assert.match(stdout, /Early stop/);

      const predicted = await runProgram([
        ...['predict', '200', '0', '--json'],
        ...['--model', path.join(folder, 'model.npz')],
      ]);
      assert.equal(predicted.exitCode, 0);
      const [first, second] = jsonLines(predicted.stdout);
      assert.deepEqual([first.index, first.split, first.label, second.index, second.label], [200, 'test', 3, 0, 7]);
      const scores = second.scores as number[];
      assert.equal(scores.length, 10);
      assert.equal(second.answer, scores.indexOf(Math.max(...scores)));
      assert.equal(second.correct, second.answer === 7);
    });
  });

  it('stops at Ctrl+C, saves the weights and exits with 130', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'model.npz');
      let sent = false;
      const {stdout, exitCode} = await runProgram(
        [...train, '--json', '--no-early-stop', '--epochs', '10000', '--model', model],
        {
          onOutput(text, kill) {
            if (!sent && text.includes('"epoch"')) {
              sent = true;
              kill('SIGINT');
            }
          },
        },
      );
      assert.equal(exitCode, 130);
      const end = jsonLines(stdout).at(-1);
      assert.deepEqual([end?.type, end?.reason, end?.model], ['end', 'stopped', model]);
    });
  });

  it('says that it diverged, keeps no bad weights and exits with 1', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'model.npz');
      const result = await runProgram([
        ...[...train, '--data', small, '--batch-size', '8'],
        ...['--learning-rate', '1e9', '--json', '--model', model],
      ]);
      assert.equal(result.exitCode, 1);
      assert.equal(jsonLines(result.stdout).at(-1)?.reason, 'diverged');
      assert.match((await runProgram(['predict', '0', '--data', small, '--model', model])).stderr, /train first/);
    });
  });

  it('shows a digit as text and as its pixels', async () => {
    const text = await runProgram(['show', '0', '--split', 'train', '--data', small]);
    assert.equal(text.exitCode, 0);
    const lines = text.stdout.trimEnd().split('\n');
    assert.equal(lines[0], 'train 0: label 5');
    assert.ok(lines.some(line => line.includes('@@')) && lines.every(line => line.length <= 56));
    assert.ok(!text.stdout.includes(escapeByte));
    const [object] = jsonLines((await runProgram(['show', '0', '--split', 'train', '--data', small, '--json'])).stdout);
    const pixels = object.pixels as number[];
    assert.deepEqual([object.index, object.split, object.label, pixels.length], [0, 'train', 5, 784]);
    assert.equal(
      pixels.reduce((sum, value) => sum + value),
      27_525,
    );
  });

  it('tells of dataset and network', async () => {
    const [object] = jsonLines((await runProgram(['info', '--json', '--data', small])).stdout);
    assert.deepEqual(object, {
      dataset: {
        name: 'compressed.npz',
        path: small,
        train: {count: 64, shape: [64, 28, 28]},
        test: {count: 32, shape: [32, 28, 28]},
      },
      network: {
        layers: [
          {name: 'Linear', outputs: 128, parameters: 100_480},
          {name: 'ReLU', outputs: 128, parameters: 0},
          {name: 'Linear', outputs: 10, parameters: 1290},
        ],
        parameters: 101_770,
      },
    });
  });

  it('answers --version and --help', async () => {
    assert.match((await runProgram(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    const help = (await runProgram(['--help'])).stdout;
    for (const word of ['train', 'predict', 'show', 'info', '--data', '--no-early-stop', '--seed']) {
      assert.ok(help.includes(word), word);
    }
  });
});

describe('a mistake on the command line', () => {
  for (const mistake of fewMistakes) it(`is one clear line: ${mistake[0]}`, () => isOneLine(mistake));

  it('shows its stack with --debug', async () => {
    const {stderr} = await runProgram(['info', '--data', 'nowhere.npz', '--debug']);
    assert.match(stderr, /\n {4}at /);
  });
});
