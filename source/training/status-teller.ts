import {isDeepStrictEqual} from 'node:util';
import type {Status, TrainingEvent} from './protocol.js';

/** Tells what the worker is doing: at once, and whenever that changes. */
export class StatusTeller {
  constructor(
    private status: Status,
    private readonly post: (event: TrainingEvent) => void,
  ) {
    post({type: 'status', ...status});
  }

  update(change: Partial<Status>): void {
    const status = {...this.status, ...change};
    if (isDeepStrictEqual(status, this.status)) return;
    this.status = status;
    this.post({type: 'status', ...status});
  }
}
