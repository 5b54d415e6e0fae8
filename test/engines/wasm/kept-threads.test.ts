import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import zlib from 'node:zlib';
import {findKept, keep} from '../../../source/engines/kept.js';
import {keptThreads, openWasmEngine} from '../../../source/engines/wasm/kept-threads.js';
import {readKernels} from '../../../source/engines/wasm/kernels.js';
import {checkKernels} from '../../../source/engines/wasm/self-check.js';
import {moveHome} from '../../helpers/environment.js';

moveHome();

describe('the number of threads that is kept', () => {
  it('holds for the next start, and not where one is asked for', async () => {
    await keep('wasm-threads', 1);
    assert.equal(await keptThreads(), 1);
    for (const [asked, threads] of [
      [undefined, 1],
      [2, 2],
    ] as const) {
      const engine = await openWasmEngine(asked);
      assert.equal(engine.threads, threads);
      await engine.dispose();
    }
  });

  it('is none when it is no number of threads that this machine has', async () => {
    for (const wrong of [0, -1, 1.5, '1', null, 1e6]) {
      await keep('wasm-threads', wrong);
      assert.equal(await keptThreads(), undefined, String(wrong));
    }
  });
});

it('kernels that were right are not checked again, others are', async () => {
  const crc = zlib.crc32(await readKernels());
  assert.equal(await findKept('wasm-works', [crc]), undefined);
  await checkKernels();
  assert.equal(await findKept('wasm-works', [crc]), true);
  assert.equal(await findKept('wasm-works', [crc ^ 1]), undefined);
});
