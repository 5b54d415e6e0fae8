import assert from 'node:assert/strict';
import {it} from 'node:test';
import {compileKernels, createKernels, createMemory} from '../../../source/engines/wasm/kernels.js';
import {MemoryViews} from '../../../source/engines/wasm/memory-views.js';
import {PixelLists} from '../../../source/engines/wasm/pixel-lists.js';
import {inputSize} from '../../../source/network/architecture.js';
import {seededRandom} from '../../../source/network/random.js';

/** The lists as assembly/pixels.ts describes them: of a pixel the byte of its row, and the brightness's in ten bits. */
function listed(images: Uint8Array): {starts: number[]; entries: number[]} {
  const starts = [0];
  const entries: number[] = [];
  for (let at = 0; at < images.length; at++) {
    if (images[at] !== 0) entries.push((at % inputSize) * 128 * 1024 + 4 * (images[at] ?? 0));
    if ((at + 1) % inputSize === 0) starts.push(entries.length);
  }
  return {starts, entries};
}

/** Images in which so many of a hundred pixels are lit. */
function images(count: number, percent: number): Uint8Array {
  const random = seededRandom(percent, 0);
  return Uint8Array.from({length: count * inputSize}, () => (random.below(100) < percent ? 1 + random.below(255) : 0));
}

it('lists of lit pixels have each of them in its place, however many are lit', async () => {
  const memory = createMemory(65_536);
  const kernels = await createKernels(await compileKernels(), memory);
  const lists = new PixelLists(new MemoryViews(memory), kernels);
  const lit = images(3, 100);
  const lastDark = Uint8Array.from(lit, (value, at) => ((at + 1) % inputSize === 0 ? 0 : value));
  const splits = [...[0, 3, 20, 97].map(percent => images(200, percent)), lit, lastDark];
  for (const test of splits) {
    for (const train of splits) {
      const split = (data: Uint8Array) => {
        const count = data.length / inputSize;
        return {count, images: data, labels: new Uint8Array(count)};
      };
      lists.load({name: 'x', path: 'x', test: split(test), train: split(train)});
      for (const [data, list] of [
        [test, lists.test],
        [train, lists.train],
      ] as const) {
        const {starts, entries} = listed(data);
        assert.deepEqual([...new Uint32Array(memory.buffer, list.starts, starts.length)], starts);
        assert.deepEqual([...new Uint32Array(memory.buffer, list.entries, entries.length)], entries);
      }
    }
  }
});
