import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import test, {type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {programEnvironment} from './environment.js';
import {gpuFor} from './webgpu.js';

const child = fileURLToPath(new URL('./webgpu-child.js', import.meta.url));

/** Runs the child in a role to its end, which has to come within two seconds, and returns what it wrote. */
export async function live(role: string, milliseconds = 0, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const process_ = spawn(process.execPath, [child, role, String(milliseconds)], {
    env: programEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
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
export function life(name: string, body: (t: TestContext, software: boolean) => Promise<void>): void {
  test(name, async t => {
    const gpu = await gpuFor(t);
    if (gpu === undefined) return;
    await gpu.close();
    await body(t, gpu.software);
  });
}
