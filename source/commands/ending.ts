import {UserError} from '../errors.js';
import {endByForce} from '../force.js';
import {hearSignals} from './signals.js';

/** How the dashboard ended: with an exit code, or with what went wrong. */
export type Outcome = {readonly exitCode: number} | {readonly error: unknown};

/** What ends the dashboard, and the promise of how. The first end counts. */
export type Ending = {readonly finish: (outcome: Outcome) => void; readonly finished: Promise<Outcome>};

/** An end that is still to come. */
export function ending(): Ending {
  let finish: (outcome: Outcome) => void = () => {};
  const finished = new Promise<Outcome>(resolve => {
    finish = resolve;
  });
  return {finish, finished};
}

/**
 * The exit code.
 * @param saveFault why the weights are not saved, if so
 * @throws what went wrong
 */
export function exitCodeOf(outcome: Outcome, saveFault: string | undefined): number {
  if ('error' in outcome) throw outcome.error;
  if (saveFault !== undefined) throw new UserError(saveFault);
  return outcome.exitCode;
}

/** How long in milliseconds after it was asked to end a second signal says the same, from a hasty user. */
const echo = 500;

/**
 * Hears of signals, of errors that nobody caught, and of the end of the process; returns what makes it deaf again. A
 * signal that comes while the dashboard is ending already, and not just now, ends the process at once.
 */
export function listenToProcess({finish, finished}: Ending, restore: () => void): () => void {
  const onError = (error: unknown): void => finish({error});
  let since = Number.POSITIVE_INFINITY;
  void finished.then(() => {
    since = performance.now();
  });
  process.on('uncaughtException', onError);
  process.on('exit', restore);
  const stopHearing = hearSignals(exitCode => {
    if (performance.now() - since > echo) endByForce(exitCode, 'asked twice to end');
    finish({exitCode});
  });
  return () => {
    process.off('uncaughtException', onError);
    process.off('exit', restore);
    stopHearing();
  };
}
