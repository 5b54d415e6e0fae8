import {messageOf, UserError} from '../errors.js';
import type {Fault} from './protocol.js';

/** What an error tells the other thread. */
export const faultOf = (error: unknown): Fault => ({
  message: messageOf(error),
  expected: error instanceof UserError,
  stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
