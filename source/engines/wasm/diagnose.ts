import {messageOf} from '../../errors.js';
import type {Hindrance} from '../verdict.js';

/** Why the engine could not be created. */
export function explainError(error: unknown): Hindrance {
  return {state: 'unloadable', detail: messageOf(error)};
}
