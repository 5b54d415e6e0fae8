import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit, sharedBytes} from '../../source/dataset/dataset.js';

describe('a dataset', () => {
  it('gives each digit as its own 784 pixels', () => {
    const images = new Uint8Array(3 * 784).fill(1, 784, 1568).fill(2, 1568);
    const data = {count: 3, images, labels: new Uint8Array(3)};
    assert.deepEqual([...digit(data, 0)], new Array(784).fill(0));
    assert.deepEqual([...digit(data, 1)], new Array(784).fill(1));
    assert.deepEqual([...digit(data, 2)], new Array(784).fill(2));
  });

  it('lies in memory that another thread can read without a copy', () => {
    const bytes = sharedBytes(5);
    bytes[3] = 200;
    const sent = structuredClone(bytes);
    bytes[4] = 100;
    assert.deepEqual([...sent], [0, 0, 0, 200, 100]);
  });
});
