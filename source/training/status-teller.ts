import {isDeepStrictEqual} from 'node:util';
import type {Fresh, Status, TrainingEvent} from './protocol.js';

/** Tells what the worker is doing: at once that it is loading, and then whenever that changes. */
export class StatusTeller {
  private status: Status;

  constructor(
    {hidden, activation, seed}: Fresh,
    private readonly post: (event: TrainingEvent) => void,
  ) {
    const nothing = {engine: undefined, dataset: undefined, run: 1, stretch: 0, settings: {hidden, activation, seed}};
    this.status = {phase: 'loading', waitsFor: {what: 'dataset'}, ...nothing};
    post({type: 'status', ...this.status});
  }

  update(change: Partial<Status>): void {
    const status = {...this.status, ...change};
    if (isDeepStrictEqual(status, this.status)) return;
    this.status = status;
    this.post({type: 'status', ...status});
  }
}
