import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {csvHeader} from '../../source/report/sweep-csv.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';

const small = ['--data', fixture('data-files/compressed.npz')];
const options = [...small, '--hidden', '4,8', '--learning-rate', '0.01,0.1', '--epochs', '2', '--batch-size', '8'];
const sweep = (...args: readonly string[]): Promise<Result> => runProgram(['sweep', ...args]);

describe('sweep', () => {
  it('trains every combination as train does, to the same figures', async () => {
    const {stdout, stderr, exitCode} = await sweep(...options, '--seeds', '2', '--json');
    assert.deepEqual([stderr, exitCode], ['', 0]);
    const runs = jsonLines(stdout);
    assert.equal(new Set(runs.map(({hidden, learningRate, seed}) => `${hidden} ${learningRate} ${seed}`)).size, 8);
    const one = ['--hidden', '8', '--learning-rate', '0.1', '--epochs', '2', '--batch-size', '8', '--seed', '2'];
    const train = await runProgram(['train', ...small, ...one, '--engine', 'wasm', '--no-save', '--json']);
    const last = jsonLines(train.stdout).findLast(({type}) => type === 'epoch');
    const same = runs.find(({hidden, learningRate, seed}) => hidden === 8 && learningRate === 0.1 && seed === 2);
    assert.deepEqual([same?.accuracy, same?.meanTestLoss, same?.epochs], [last?.accuracy, last?.meanTestLoss, 2]);
    const end = jsonLines(train.stdout).at(-1);
    assert.deepEqual(same?.settings, end?.settings);
  });

  it('prints a table and a map, and writes a line a run to the files that are named', async () => {
    await withFolder(async folder => {
      const [lines, csv] = [path.join(folder, 'runs.jsonl'), path.join(folder, 'runs.csv')];
      const {stdout, exitCode} = await sweep(...options, lines, '--csv', csv);
      assert.equal(exitCode, 0);
      assert.match(stdout, /^learning rate {2}hidden {2}accuracy % .*\n( .*\n){4}\n.*\n\nAccuracy in %, /);
      assert.equal(jsonLines(readFileSync(lines, 'utf8')).length, 4);
      const [header, ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\n');
      assert.deepEqual([header, rows.length], [csvHeader, 4]);
      // What is there is neither trained again nor written over.
      const before = readFileSync(lines, 'utf8');
      const again = await sweep(...options, lines, '--csv', csv);
      assert.equal(readFileSync(csv, 'utf8'), `${header}\n${rows.join('\n')}\n`);
      assert.match(again.stderr, /^mnist-tui: .*runs\.jsonl: is there already; go on with it by --resume, [^\n]*\n$/);
      assert.equal((await sweep(...options, '--resume', lines, '--csv', csv)).stdout, stdout);
      assert.equal(readFileSync(lines, 'utf8'), before);
      assert.equal(readFileSync(csv, 'utf8').split('\n').length, 6);
    });
  });

  it('refuses in one line what cannot be trained, before anything is', async () => {
    const refused: [readonly string[], RegExp, number][] = [
      [['--train-images', '9999', '--batch-size', '8'], /train images; give --train-images \d+ or less/, 1],
      [['a.jsonl', 'b.jsonl'], /sweep writes one file; found "b\.jsonl" as well/, 2],
      [['--merge', '--hidden', '3', 'a.jsonl'], /leave out --hidden/, 2],
    ];
    for (const [args, message, code] of refused) {
      const {stdout, stderr, exitCode} = await sweep(...(args.includes('--merge') ? [] : small), ...args);
      assert.match(stderr, message);
      assert.match(stderr, /^mnist-tui: [^\n]*\n$/);
      assert.deepEqual([stdout, exitCode], ['', code]);
    }
    assert.ok(!existsSync('a.jsonl'));
  });

  it('counts a run that diverges at once by its untrained network', async () => {
    const rate = ['--learning-rate', '1e9', '--hidden', '4', '--batch-size', '8', '--json'];
    const {stdout, exitCode} = await sweep(...small, ...rate);
    const [run] = jsonLines(stdout);
    assert.deepEqual([run.reason, run.epochs, exitCode], ['diverged', 0, 0]);
    assert.ok(Number(run.meanTestLoss) > 0.05 && Number(run.meanTestLoss) < 1);
  });
});
