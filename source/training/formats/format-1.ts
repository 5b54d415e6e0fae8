import {UserError} from '../../errors.js';
import {formerSettings, type RunInfo} from './run-info.js';

/**
 * The info of format 1 and the steps taken. It kept less: what it did not keep is what the program then did by default.
 * @throws UserError for anything else
 */
export function readFormat1(bytes: Uint8Array, file: string): {info: RunInfo; step: number} {
  const foreign = new UserError(`${file}: not weights that mnist-tui saved; train anew or give another --model`);
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw foreign;
  }
  const whole = (name: string, least: number, most: number): number => {
    const value = (fields as Record<string, unknown> | null)?.[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw foreign;
    return value;
  };
  whole('version', 1, 1);
  const info = {
    program: 'mnist-tui 0.1.0',
    settings: {
      epochs: 20,
      batchSize: 128,
      learningRate: 0.001,
      ...formerSettings,
      earlyStop: true,
      hidden: whole('hidden', 1, 1024),
      seed: whole('seed', 0, 2 ** 32 - 1),
    },
    epoch: whole('epochs', 0, Number.MAX_SAFE_INTEGER),
    stepInEpoch: 0,
    lossSum: 0,
    dataset: {name: String((fields as Record<string, unknown>).dataset), checksum: {train: '', test: ''}},
    history: [],
  };
  return {info, step: whole('step', 0, Number.MAX_SAFE_INTEGER)};
}
