import assert from 'node:assert/strict';
import path from 'node:path';
import {it} from 'node:test';
import {labelsOf} from '../../source/dataset/share.js';
import {mnist} from '../helpers/mnist.js';
import {jsonLines, runProgram, withFolder} from '../helpers/program.js';

it('a run with false labels doubts most of them, and says what they really are', async () => {
  await withFolder(async folder => {
    const model = path.join(folder, 'noisy.npz');
    const options = ['--noise-labels', '20', '--epochs', '3', '--engine', 'wasm', '--model', model];
    const {stdout: trained} = await runProgram(['train', ...options, '--json']);
    const [start] = jsonLines(trained);
    assert.ok(start !== undefined);
    assert.equal((start.settings as {noiseLabels: number}).noiseLabels, 20);
    const {train} = mnist();
    const labels = labelsOf(train, {trainImages: undefined, noiseLabels: 20, seed: 1});
    const {stdout} = await runProgram(['mistakes', '--split', 'train', '--model', model, '--json']);
    const doubted = jsonLines(stdout).map(line => line as {index: number; label: number; ownLabel: number});
    assert.ok(doubted.every(({index, label, ownLabel}) => labels[index] === label && train.labels[index] === ownLabel));
    const found = doubted.filter(({label, ownLabel}) => label !== ownLabel).length;
    assert.ok(found > 0.95 * 12_000 && found > 0.85 * doubted.length, `${found} of ${doubted.length}`);
    const {stdout: text} = await runProgram(['mistakes', '--split', 'train', '--model', model, '--limit', '1']);
    const comma = (count: number): string => count.toLocaleString('en-US');
    const first = `${comma(doubted.length)} of 60,000 labels doubted, ${comma(found)} of the 12,000 false ones among them`;
    assert.ok(text.startsWith(first), text);
  });
});
