import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import {didYouMean, didYouMeanFile, nearest} from '../source/suggest.js';
import {withFolder} from './helpers/program.js';

const commands = ['train', 'predict', 'show', 'info', 'bench', 'doctor'];
const flags = ['learning-rate', 'batch-size', 'epochs', 'early-stop', 'hidden'];

it('the nearest word is one with few letters to change, or the only one with that beginning or those initials', () => {
  const expected: [string, readonly string[], string | undefined][] = [
    ['trian', commands, 'train'],
    ['tarin', commands, 'train'],
    ['Train', commands, 'train'],
    ['predcit', commands, 'predict'],
    ['benchmark', commands, undefined],
    ['doc', commands, 'doctor'],
    ['lr', flags, 'learning-rate'],
    ['bs', flags, 'batch-size'],
    ['batch', flags, 'batch-size'],
    ['epoch', flags, 'epochs'],
    ['photo.png', commands, undefined],
    ['x', commands, undefined],
    ['', commands, undefined],
  ];
  for (const [typed, words, word] of expected) assert.equal(nearest(typed, words), word, typed);
  assert.equal(didYouMean('lr', flags, '--'), '; did you mean --learning-rate?');
  assert.equal(didYouMean('nothing like it', flags), '');
});

it('the nearest file is looked for in the folder of the one that is not there', async () => {
  await withFolder(async folder => {
    writeFileSync(path.join(folder, 'mnist.npz'), '');
    assert.equal(didYouMeanFile(path.join(folder, 'mnsit.npz')), `; did you mean ${path.join(folder, 'mnist.npz')}?`);
    assert.equal(didYouMeanFile(path.join(folder, 'other.csv')), '');
    writeFileSync(path.join(folder, 'w.npz'), '');
    assert.equal(didYouMeanFile(path.join(folder, 'nix.npz')), '');
    assert.equal(didYouMeanFile(path.join(folder, 'no', 'mnist.npz')), '');
  });
});
