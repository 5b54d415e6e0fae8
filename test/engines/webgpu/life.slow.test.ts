import assert from 'node:assert/strict';
import {life, live} from '../../helpers/webgpu-life.js';

life('a process ends by itself once the engine is disposed, 20 times in a row', async () => {
  for (let round = 0; round < 20; round++) await live('dispose');
});

life('a process that exits in the middle of a call ends with its exit code', async () => {
  for (let round = 0; round < 5; round++) await live('exit');
});

life('a worker that is asked to stop ends the process with it, whatever it was doing, 20 times in a row', async () => {
  for (let round = 0; round < 20; round++) await live('stop', round * 40);
});

life('a worker that waits for the GPU can be terminated', async (t, software) => {
  // Node cannot end a thread within a call of Dawn without a crash, and a fast GPU leaves hardly any time between them.
  if (!software) return t.skip('skipped: this GPU is never waited for long enough');
  for (let round = 0; round < 5; round++) await live('terminate', 60 + round * 20);
});

life('an idle engine keeps no core busy', async () => {
  const output = await live('idle');
  const milliseconds = Number(/idle (\S+)/.exec(output)?.[1]);
  assert.ok(milliseconds < 50, `${milliseconds} ms of processor time in a second`);
});
