import assert from 'node:assert/strict';
import test from 'node:test';
import {findPackage} from '../../../source/engines/installed.js';
import {life, live} from '../../helpers/webgpu-life.js';

life('a process ends by itself once the engine is disposed', async () => {
  await live('dispose');
});

life('a process ends by itself when the engine was not disposed', async () => {
  await live('forget');
});

test('without a driver the engine says that no GPU was found', async t => {
  // Only Linux finds its drivers through the environment.
  if (process.platform !== 'linux') return t.skip('skipped: the drivers of this system cannot be hidden');
  if (findPackage('webgpu') === undefined) return t.skip('skipped: the package webgpu is not installed');
  const nowhere = {VK_DRIVER_FILES: '/nonexistent', VK_ICD_FILENAMES: '/nonexistent'};
  assert.match(await live('refused', 0, nowhere), /No GPU was found/);
});
