import {existsSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import type {Config} from '../config/options.js';
import {dependableEngine, type EngineName} from '../engines/catalogue.js';
import {chooseEngine} from '../engines/choose.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {waitText} from '../text/format.js';
import {checkSize, type Grid} from '../training/sweep/grid.js';
import {type FileOfRuns, readRuns} from '../training/sweep/line-file.js';

const largestSeed = 2 ** 32 - 1;

/**
 * The sweep that the options ask for.
 * @throws UserError (exit code 2) where there is no such seed, or there are too many runs
 */
export function gridOf({lists, epochs, shuffle, augment, earlyStop, seed, seeds}: Config): Grid {
  if (seed + seeds - 1 > largestSeed) {
    throw new UserError(`--seed ${seed} --seeds ${seeds}: the last seed is ${largestSeed}`, exitCodes.usage);
  }
  const {learningRate, trainImages, ...others} = lists;
  const grid: Grid = {
    ...others,
    learningRate: learningRate.map(value => value ?? null),
    trainImages: trainImages.map(value => value ?? null),
    epochs: [epochs],
    shuffle: [shuffle],
    augment: [augment],
    earlyStop: [earlyStop],
    seed: Array.from({length: seeds}, (_, place) => seed + place),
  };
  checkSize(grid);
  return grid;
}

/**
 * What computes, and how many runs at once: a thread a core each with the wasm engine, which is also what `auto` is here;
 * a GPU takes one after the other.
 * @throws UserError where the engine cannot run
 */
export async function computing(
  {engine, threads}: Pick<Config, 'engine' | 'threads'>,
  tell: (what: string) => void,
): Promise<{readonly engine: EngineName; readonly threads: number}> {
  const {engine: name} = await chooseEngine(engine === 'auto' ? dependableEngine : engine, tried =>
    tell(waitText({what: 'trying', engine: tried})),
  );
  return {engine: name, threads: name === dependableEngine ? (threads ?? availableParallelism()) : 1};
}

/**
 * What the one file that may be named has already: with --resume, what is in it; undefined for a new one.
 * @throws UserError
 */
export async function keptRuns(resume: boolean, [file, other]: readonly string[]): Promise<FileOfRuns | undefined> {
  if (other !== undefined) {
    throw new UserError(
      `sweep writes one file; found "${other}" as well; --merge puts files together`,
      exitCodes.usage,
    );
  }
  if (resume && file === undefined) {
    throw new UserError('sweep: --resume goes on with the runs in a file; name it: --resume FILE', exitCodes.usage);
  }
  return resume && file !== undefined && existsSync(file) ? readRuns(file) : undefined;
}
