import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';

/** Milliseconds after which Python is ended. */
const limit = {timeout: 60_000};
const python = process.platform === 'win32' ? 'python' : 'python3';

/** Why a test that needs some of Python's packages cannot run here, or false when it can. */
export function withoutPython(...packages: readonly string[]): string | false {
  const {status} = spawnSync(python, ['-c', `import ${packages.join(', ')}`], limit);
  return status === 0 ? false : `skipped: ${python} with ${packages.join(', ')} is not installed`;
}

/** Why a test against NumPy cannot run here, or false when it can. */
export const withoutNumpy: string | false =
  spawnSync(python, ['-c', 'import numpy'], limit).status === 0
    ? false
    : `skipped: ${python} with NumPy is not installed`;

/** Runs a Python script, its arguments in sys.argv, and reads what it prints as JSON. */
export function python3<Result>(script: string, ...args: readonly string[]): Result {
  const {status, stdout, stderr, error} = spawnSync(python, ['-c', script, ...args], {...limit, encoding: 'utf8'});
  assert.equal(status, 0, error?.message ?? stderr);
  return JSON.parse(stdout) as Result;
}
