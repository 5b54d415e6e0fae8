import assert from 'node:assert/strict';
import {it} from 'node:test';
import {aboutText, waitingText} from '../../../source/ui/panels/header.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {acted, shown, status, told} from '../../helpers/state.js';

it('what takes its time stands in the header in whole words', () => {
  const text = (room: number): string => waitingText('loading the dataset', 12, room);
  assert.deepEqual([25, 24, 19, 18, 10].map(text), [
    'loading the dataset, 12 s',
    'loading the dataset',
    'loading the dataset',
    'loading the',
    'loading',
  ]);
});

it('the header says that wasm would be faster while the engine computes that auto took for its GPU', () => {
  const faster = {engine: 'wasm', than: 'webgpu'} as const;
  const text = (columns: number, name: 'webgpu' | 'wasm' | 'tensorflow', used = 20): string => {
    const engine = {name, device: 'a GPU'};
    const state = told(acted(shown, {type: 'resize', columns, rows: 30}), {...status, engine, faster});
    return aboutText(state, 'mnist.npz', engine, used, themeOf('ASCII'));
  };
  assert.equal(text(100, 'webgpu'), '  mnist.npz  webgpu on a GPU  wasm would be faster  seed 1');
  assert.equal(text(75, 'webgpu'), '  mnist.npz  webgpu on a GPU  wasm would be faster');
  assert.equal(text(60, 'webgpu'), '  mnist.npz  webgpu on a GPU');
  assert.equal(text(100, 'tensorflow'), '  mnist.npz  tensorflow on a GPU  seed 1');
  // All seven views at 80 columns leave eleven.
  assert.equal(text(80, 'tensorflow', 69), ' tensorflow');
  assert.equal(text(80, 'wasm', 69), '  wasm');
  assert.equal(text(100, 'wasm'), '  mnist.npz  wasm on a GPU  seed 1');
});
