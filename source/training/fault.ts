import {messageOf, UserError} from '../errors.js';
import type {Fault} from './protocol.js';

/** What an error tells the other thread. */
export const faultOf = (error: unknown): Fault => ({
  message: messageOf(error),
  expected: error instanceof UserError,
  stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

/** The error that the other thread tells of: a UserError when the user can fix it. */
export function failure({message, expected, stack}: Fault): Error {
  const error = expected ? new UserError(message) : new Error(message);
  error.stack = stack;
  return error;
}
