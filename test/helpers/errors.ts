import assert from 'node:assert/strict';
import {UserError} from '../../source/errors.js';

/** Checks that an error is one that a person can mend: a UserError of one clear line that matches every pattern. */
export function assertUserError(error: unknown, ...patterns: readonly (string | RegExp)[]): void {
  assert.ok(error instanceof UserError, `not a UserError but ${String(error)}`);
  assert.doesNotMatch(error.message, /[\r\n]|undefined/);
  for (const pattern of patterns) {
    if (typeof pattern === 'string')
      assert.ok(error.message.includes(pattern), `"${error.message}" without ${pattern}`);
    else assert.match(error.message, pattern);
  }
}

/** Checks that a call throws, or a promise rejects with, such a UserError. */
export async function rejectsForPerson(
  act: () => unknown,
  ...patterns: readonly (string | RegExp)[]
): Promise<UserError> {
  try {
    await act();
  } catch (error) {
    assertUserError(error, ...patterns);
    return error as UserError;
  }
  assert.fail('nothing was thrown');
}
