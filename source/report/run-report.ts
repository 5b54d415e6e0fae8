import {printable} from '../errors.js';
import {counted, share} from '../text/format.js';
import type {RunInfo} from '../training/formats/run-info.js';

/** One line on a run that is read: `Weights: FILE (MNIST, 7 epochs, 97.3 %)`. */
export function runLine(file: string, info: RunInfo | undefined): string {
  if (info === undefined) return `Weights: ${printable(file)} (of no known run)`;
  return `Weights: ${printable(file)} (${runFacts(info.dataset.name, info.epoch, info.history.at(-1)?.accuracy)})`;
}

/** What a run was on, how long, and how good it became, as far as that is known. */
function runFacts(dataset: string, epochs: number, accuracy: number | undefined): string {
  return [printable(dataset), counted(epochs, 'epoch'), ...(accuracy === undefined ? [] : [share(accuracy)])].join(
    ', ',
  );
}
