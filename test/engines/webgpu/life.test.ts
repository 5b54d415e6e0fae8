import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import test, {type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {gpuFor} from '../../helpers/webgpu.js';

const child = fileURLToPath(new URL('../../helpers/webgpu-child.js', import.meta.url));

/** Runs the child in a role to its end, which has to come within two seconds, and returns what it wrote. */
async function live(role: string, milliseconds = 0, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const process_ = spawn(process.execPath, [child, role, String(milliseconds)], {
    env: {...process.env, ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  let ended = Number.NaN;
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.includes('end\n')) ended = performance.now();
  });
  process_.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const status = await new Promise(resolve => process_.on('close', (code, signal) => resolve(signal ?? code)));
  const seconds = (performance.now() - ended) / 1000;
  assert.equal(status, 7, `${role} ended with ${status}: ${errors}`);
  assert.ok(seconds < 2, `${role} took ${seconds} s to end`);
  return output;
}

/** A test that needs a GPU, but in the child only. */
function life(name: string, body: (t: TestContext, software: boolean) => Promise<void>): void {
  test(name, async t => {
    const gpu = await gpuFor(t);
    if (gpu === undefined) return;
    await gpu.close();
    await body(t, gpu.software);
  });
}

life('a process ends by itself once the engine is disposed, 20 times in a row', async () => {
  for (let round = 0; round < 20; round++) await live('dispose');
});

life('a process ends by itself when the engine was not disposed', async () => {
  await live('forget');
});

life('a process that exits in the middle of a call ends with its exit code', async () => {
  for (let round = 0; round < 5; round++) await live('exit');
});

life('a worker that is asked to stop ends the process with it, whatever it was doing, 20 times in a row', async () => {
  for (let round = 0; round < 20; round++) await live('stop', round * 40);
});

life('a worker that waits for the GPU can be terminated', async (t, software) => {
  // Node cannot end a thread within a call of Dawn without a crash, and a fast GPU leaves hardly any time between them.
  if (!software) return t.skip('this GPU is never waited for long enough');
  for (let round = 0; round < 5; round++) await live('terminate', 60 + round * 20);
});

life('an idle engine keeps no core busy', async () => {
  const output = await live('idle');
  const milliseconds = Number(/idle (\S+)/.exec(output)?.[1]);
  assert.ok(milliseconds < 50, `${milliseconds} ms of processor time in a second`);
});

test('without a driver the engine says that no GPU was found', async t => {
  // Only Linux finds its drivers through the environment.
  if (process.platform !== 'linux') return t.skip('the drivers of this system cannot be hidden');
  const nowhere = {VK_DRIVER_FILES: '/nonexistent', VK_ICD_FILENAMES: '/nonexistent'};
  assert.match(await live('refused', 0, nowhere), /No GPU was found/);
});
