import assert from 'node:assert/strict';
import {jsonLines} from './program.js';
import type {Run} from './stage.js';

/** What doctor says of TensorFlow, and that the engine by name refuses and auto goes on. */
export async function expectState(run: Run, state: string, detail: RegExp, remedy?: RegExp): Promise<void> {
  const result = await run('doctor', '--json');
  assert.equal(result.exitCode, 0, result.stderr);
  const [tensorflow, webgpu, wasm, choice] = jsonLines(result.stdout);
  assert.deepEqual([tensorflow.engine, tensorflow.state, tensorflow.gpu], ['tensorflow', state, false]);
  assert.match(String(tensorflow.detail), detail);
  if (remedy !== undefined) assert.match(String(tensorflow.remedy), remedy);
  assert.deepEqual([webgpu.engine, webgpu.state], ['webgpu', 'absent']);
  assert.equal(wasm.state, 'works');
  assert.deepEqual(choice, {auto: 'wasm', works: true});
  assert.match((await run('doctor')).stdout, new RegExp(`^tensorflow +${state}: .*\n[^]*auto takes wasm\n$`));

  const refused = await run('train', '--engine', 'tensorflow', '--epochs', '1');
  assert.equal(refused.exitCode, 1);
  assert.match(refused.stderr, /^mnist-tui: engine tensorflow: .*\n$/);
  assert.equal(refused.stdout, '');
  const automatic = await run('train', '--json', '--epochs', '1');
  assert.equal(automatic.exitCode, 0);
  assert.equal(jsonLines(automatic.stdout)[0].engine, 'wasm');
}
