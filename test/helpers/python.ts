import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';

const python = process.platform === 'win32' ? 'python' : 'python3';

/** Why a test against NumPy cannot run here, or false when it can. */
export const withoutNumpy: string | false =
  spawnSync(python, ['-c', 'import numpy']).status === 0 ? false : `${python} with NumPy is not installed`;

/** Runs a Python script, its arguments in sys.argv, and reads what it prints as JSON. */
export function python3<Result>(script: string, ...args: readonly string[]): Result {
  const {status, stdout, stderr} = spawnSync(python, ['-c', script, ...args], {encoding: 'utf8'});
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Result;
}
