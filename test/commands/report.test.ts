import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {loadDataset} from '../../source/dataset/load.js';
import {forward} from '../../source/network/reference.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {encodeNpz} from '../../source/training/formats/export/npz.js';
import {decodeModel} from '../../source/training/formats/model-file.js';
import {network} from '../helpers/exported.js';
import {byId, parseHtml, rowsOf, textOf} from '../helpers/html.js';
import {fixture, type Result, runProgram, withFolder} from '../helpers/program.js';
import {checkReport} from '../helpers/report-check.js';

const data = fixture('data-files/compressed.npz');
const options = ['--epochs', '3', '--batch-size', '8', '--hidden', '16', '--seed', '9', '--optimizer', 'momentum'];

type Use = (folder: string, run: (...args: string[]) => Promise<Result>) => Promise<void>;

/** A folder with a trained run in it, and what runs a command on it. */
const withRun = (use: Use): Promise<void> =>
  withFolder(async folder => {
    const model = path.join(folder, 'run.npz');
    const train = ['train', '--engine', 'wasm', '--threads', '1', ...options];
    const {exitCode, stderr} = await runProgram([...train, '--data', data, '--model', model]);
    assert.equal(exitCode, 0, stderr);
    await use(folder, (...args) => runProgram([...args, '--data', data, '--model', model]));
  });

describe('report', () => {
  it('has the figures of the run’s file, and those that the network gives computed the plain way', async () => {
    await withRun(async (folder, run) => {
      const [file, model] = [path.join(folder, 'run.html'), path.join(folder, 'run.npz')];
      const {stdout, stderr, exitCode} = await run('report', file);
      assert.deepEqual([exitCode, stdout], [0, `Report written: ${file}\n`], stderr);
      assert.match(stderr, /^Weights: \S+run\.npz \(MNIST, 3 epochs, [\d.]+ %\)\n$/);
      const text = readFileSync(file, 'utf8');
      assert.doesNotMatch(text, /http|<script/i);
      assert.ok(!text.includes(folder), 'no folder of this machine');
      const document = parseHtml(text);
      checkReport(document, model, await loadDataset(data));
      const settings = new Map(rowsOf(byId(document, 'settings')).map(([name, value]) => [name, value]));
      const shown = [
        'seed',
        'hidden units',
        'batch size',
        'optimizer',
        'learning rate',
        'epochs at most',
        'loss',
        'file',
      ];
      assert.deepEqual(
        shown.map(name => settings.get(name)),
        ['9', '16', '8', 'momentum', '0.1', '3', 'mse', 'run.npz'],
      );
    });
  });

  it('has the command that trains the same network', async () => {
    await withRun(async (folder, run) => {
      const [file, again] = [path.join(folder, 'run.html'), path.join(folder, 'again.npz')];
      await run('report', file);
      const command = textOf(byId(parseHtml(readFileSync(file, 'utf8')), 'command'));
      const [program, ...args] = command.split(' ');
      assert.equal(program, 'mnist-tui');
      const {exitCode, stderr} = await runProgram([...args, '--engine', 'wasm', '--threads', '1', '--model', again]);
      assert.equal(exitCode, 0, stderr);
      const weights = (model: string): unknown => decodeModel(readFileSync(model), model).state.weights;
      assert.deepEqual(weights(again), weights(path.join(folder, 'run.npz')));
    });
  });

  it('says what the adviser notices by the file alone', async () => {
    await withRun(async (folder, run) => {
      const file = path.join(folder, 'run.html');
      await run('report', file);
      const advice = textOf(byId(parseHtml(readFileSync(file, 'utf8')), 'advice'));
      const model = path.join(folder, 'run.npz');
      const {weights} = decodeModel(readFileSync(model), model).state;
      const {train} = await loadDataset(data);
      const on = new Set<number>();
      for (let index = 0; index < train.count; index++) {
        const {activations} = forward(weights, train.images.subarray(index * 784, (index + 1) * 784));
        for (const [unit, value] of activations.entries()) if (value > 0) on.add(unit);
      }
      const dead = 16 - on.size;
      assert.ok(dead >= 8, `${dead} of 16 units are dead, so that nothing is said of them`);
      assert.ok(advice.includes(`${dead} of 16 hidden units answer no digit any more`), advice);
      assert.match(advice, /--learning-rate 0\.01\. An epoch is 8 steps \(0 of 64 images left over\)\./);
    });
  });

  it('writes the chart alone as SVG', async () => {
    await withRun(async (folder, run) => {
      const file = path.join(folder, 'chart.svg');
      const {stdout, exitCode} = await run('report', file, '--svg');
      assert.deepEqual([exitCode, stdout], [0, `Chart written: ${file}\n`]);
      const document = parseHtml(readFileSync(file, 'utf8'));
      assert.match(textOf(document), /MNIST: [\d.]+ %, \d+ of 32 wrong/);
    });
  });

  it('replaces nothing, and says in a line what it cannot do', async () => {
    await withRun(async (folder, run) => {
      const there = path.join(folder, 'there.html');
      writeFileSync(there, 'mine');
      const refused = async (exitCode: number, pattern: RegExp, ...args: string[]): Promise<void> => {
        const result = await run('report', ...args);
        assert.deepEqual([result.exitCode, result.stdout], [exitCode, '']);
        assert.match(result.stderr, pattern);
        assert.match(result.stderr.split('\n').at(-2) ?? '', /^mnist-tui: /);
      };
      await refused(2, /there\.html: is there already, and nothing is replaced/, there);
      await refused(2, /report: where to\? Name a file, such as run\.html\n$/);
      await refused(2, /chart\.svg: a report is HTML; --svg writes the chart alone\n$/, path.join(folder, 'chart.svg'));
      await refused(2, /report takes one argument/, 'a.html', 'b.html');
      assert.equal(readFileSync(there, 'utf8'), 'mine');
      assert.deepEqual(readdirSync(folder).sort(), ['run.npz', 'there.html']);
    });
  });

  it('is refused for a run on other images', async () => {
    await withRun(async folder => {
      const [model, file] = [path.join(folder, 'run.npz'), path.join(folder, 'run.html')];
      const {exitCode, stderr} = await runProgram(['report', file, '--model', model]);
      assert.equal(exitCode, 1);
      assert.match(stderr, /run\.npz: learned MNIST, which mnist\.npz is not, or only a part of it; name its dataset/);
      const scrambled = await runProgram(['report', file, '--model', model, '--data', data, '--scramble']);
      assert.match(scrambled.stderr, /learned MNIST, which .*; leave out --scramble\n$/);
      assert.deepEqual(readdirSync(folder), ['run.npz']);
    });
  });

  it('is made of weights alone, too, but no chart', async () => {
    await withFolder(async folder => {
      const [model, file] = [path.join(folder, 'weights.npz'), path.join(folder, 'run.html')];
      writeFileSync(model, encodeNpz(network('tanh', 'cross-entropy')));
      const report = (...args: string[]): Promise<Result> =>
        runProgram(['report', ...args, '--model', model, '--data', data]);
      assert.equal((await report(file)).exitCode, 0);
      const text = textOf(parseHtml(readFileSync(file, 'utf8')));
      assert.match(text, /trained by cross-entropy.*weights alone.*first weights are not known/);
      const {exitCode, stderr} = await report(path.join(folder, 'chart.svg'), '--svg');
      assert.equal(exitCode, 1);
      assert.match(stderr, /mnist-tui: weights\.npz: has no finished epoch, so there is no chart\n$/);
    });
  });

  it('says of a file of old that it does not know what computed the run, and shows no moments', async () => {
    await withRun(async (folder, run) => {
      const [model, file] = [path.join(folder, 'run.npz'), path.join(folder, 'run.html')];
      const {state, info} = decodeModel(readFileSync(model), model);
      assert.ok(info !== undefined);
      writeFileSync(model, encodeCheckpoint(state, {...info, computedOn: undefined, changes: undefined}));
      assert.equal((await run('report', file)).exitCode, 0);
      const text = textOf(parseHtml(readFileSync(file, 'utf8')));
      assert.match(text, /computed onnot known: the file does not say/);
      assert.doesNotMatch(text, /as they came to be/);
    });
  });

  it('shows weights, not their change, where the seed does not give the first ones', async () => {
    await withRun(async (folder, run) => {
      const [model, file] = [path.join(folder, 'run.npz'), path.join(folder, 'run.html')];
      const {state, info} = decodeModel(readFileSync(model), model);
      assert.ok(info !== undefined);
      writeFileSync(model, encodeCheckpoint(state, {...info, settings: {...info.settings, seed: 10}}));
      assert.equal((await run('report', file)).exitCode, 0);
      assert.match(textOf(byId(parseHtml(readFileSync(file, 'utf8')), 'units')), /first weights are not known/);
    });
  });
});
