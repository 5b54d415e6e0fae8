import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readConfig} from '../../source/config/read.js';

it('the engine is taken from the environment, but for commands that take no engine', () => {
  const env = {MNIST_TUI_ENGINE: 'webgpu'};
  assert.equal(readConfig('train', {}, env).engine, 'webgpu');
  assert.equal(readConfig('train', {engine: 'wasm'}, env).engine, 'wasm');
  assert.equal(readConfig('train', {}, {MNIST_TUI_ENGINE: ''}).engine, 'auto');
  assert.equal(readConfig('info', {}, {MNIST_TUI_ENGINE: 'cuda'}).engine, 'auto');
  assert.throws(
    () => readConfig('train', {}, {MNIST_TUI_ENGINE: 'wsam'}),
    /^UserError: MNIST_TUI_ENGINE: "wsam"; wanted auto, .*; did you mean wasm\?$/,
  );
});

it('the options say why a command that was not typed is meant', () => {
  assert.throws(
    () => readConfig('train', {index: '3'}, {}, true),
    /without a terminal it is train, which takes no --index/,
  );
});
