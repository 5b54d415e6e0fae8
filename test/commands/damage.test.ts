import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {type Change, unchanged} from '../../source/dataset/augment/change.js';
import {digit, type SplitData} from '../../source/dataset/dataset.js';
import {loadSplit} from '../../source/dataset/load.js';
import {forward} from '../../source/network/reference.js';
import {answerOf} from '../../source/training/evaluation.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {plainChange} from '../helpers/plain-change.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';
import {runInfo} from '../helpers/run-info.js';

const oracle = readOracle();
const weights = oracle.weightsAfter(468);
const small = fixture('data-files/compressed.npz');

/** Runs damage on a small dataset, with the weights that PyTorch has after one epoch. */
async function damage(args: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  return withFolder(async folder => {
    const model = path.join(folder, 'model.npz');
    writeFileSync(model, encodeCheckpoint({...oracle.initial, weights, step: 468}, runInfo(128, mnist())));
    return runProgram(['damage', '--data', small, ...args, '--model', model], {env});
  });
}

/** The share of a split that the plain network reads once plain arithmetic has changed it. */
function plainAccuracy(data: SplitData, change: Change): number {
  let right = 0;
  for (let index = 0; index < data.count; index++) {
    const pixels = Uint8Array.from(plainChange(digit(data, index), change), Math.round);
    if (answerOf(forward(weights, pixels).scores) === data.labels[index]) right++;
  }
  return right / data.count;
}

describe('damage', () => {
  it('says for each kind and amount what plain arithmetic says', async () => {
    const data = await loadSplit(small, 'test');
    const {stdout, stderr, exitCode} = await damage(['--json']);
    assert.equal(exitCode, 0);
    assert.match(stderr, /^Weights: \S+model\.npz .*\n(mnist-tui: these weights learned .*\n)$/);
    const lines = jsonLines(stdout);
    const accuracyOf = (kind: string, amount: number): unknown =>
      lines.find(line => line.kind === kind && line.amount === amount)?.accuracy;
    const none = plainAccuracy(data, unchanged);
    for (const [kind, amount] of [
      ['noise', 0],
      ['shift', 0],
      ['turn', 0],
      ['scale', 1],
      ['stroke', 0],
    ] as const) {
      assert.equal(accuracyOf(kind, amount), none);
    }
    for (const [kind, amount, change] of [
      ['turn', -30, {halfTurn: Math.tan(-Math.PI / 12)}],
      ['turn', 45, {halfTurn: Math.tan(Math.PI / 8)}],
      ['scale', 0.6, {width: 0.6, height: 0.6}],
      ['stroke', 1.5, {stroke: 1.5}],
      ['stroke', -1, {stroke: -1}],
    ] as const) {
      assert.equal(accuracyOf(kind, amount), plainAccuracy(data, {...unchanged, ...change}), `${kind} ${amount}`);
    }
  });

  it('shows numbers and bars for people, in blocks or in plain ASCII', async () => {
    for (const [locale, full] of [
      ['C.UTF-8', '█'],
      ['C', '#'],
    ] as const) {
      const {stdout} = await damage([], {LC_ALL: locale});
      const lines = stdout.trimEnd().split('\n');
      assert.deepEqual(
        lines.filter(line => /^[a-z]/.test(line)).map(line => line.split(':')[0]),
        ['noise', 'shift', 'turn', 'scale', 'stroke'],
      );
      const rows = lines.filter(line => line.startsWith(' '));
      assert.ok(rows.length >= 20);
      for (const row of rows) {
        const [, bar, share] = /^ +-?[\d.]+ {2}(.{50}) +([\d.]+) %$/.exec(row) ?? [];
        assert.ok(bar !== undefined, row);
        assert.ok(Math.abs([...bar].filter(mark => mark === full).length - Number(share) / 2) <= 1, row);
      }
    }
  });
});
