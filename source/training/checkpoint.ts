import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {encodeNpy, npyValues, parseNpy} from '../dataset/npy.js';
import {openNpz, packNpz} from '../dataset/npz.js';
import {messageOf, UserError} from '../errors.js';
import {commandLine} from '../invocation.js';
import {type NetworkState, type Parameters, parameterNames, parameterShapes} from '../network/network-state.js';
import {dataFolder} from '../places.js';
import {didYouMeanFile} from '../suggest.js';

/** What a checkpoint says of its weights besides their values. */
export type CheckpointInfo = {
  readonly seed: number;
  /** Epochs finished since the initial weights. */
  readonly epochs: number;
  /** The dataset's name. */
  readonly dataset: string;
};

const version = 1;
const infoName = 'info.json';
const parts = {weights: '', firstMoment: 'first_moment_', secondMoment: 'second_moment_'} as const;

/**
 * Where weights are saved and found when no `--model` is given: one file in the user's data folder.
 * @throws UserError where the user has no home folder
 */
export const defaultModelPath = (): string => path.join(dataFolder(), 'model.npz');

const memberName = (prefix: string, name: string): string =>
  `${prefix}${name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}.npy`;

/**
 * Writes a checkpoint: an .npz that NumPy reads, arrays in PyTorch's layout. The file appears whole or not at all.
 * @throws UserError when the file cannot be written
 */
export async function saveCheckpoint(file: string, state: NetworkState, info: CheckpointInfo): Promise<void> {
  const shapes = parameterShapes(state.hidden);
  const members: Record<string, Uint8Array> = {
    [infoName]: Buffer.from(JSON.stringify({version, hidden: state.hidden, step: state.step, ...info})),
  };
  for (const [part, prefix] of Object.entries(parts)) {
    for (const name of parameterNames) {
      members[memberName(prefix, name)] = encodeNpy(state[part as keyof typeof parts][name], shapes[name]);
    }
  }
  const partial = `${file}.${process.pid}.partial`;
  try {
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(partial, packNpz(members));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, {force: true}).catch(() => {});
    throw new UserError(`${file}: the weights could not be saved (${messageOf(error)}); choose a place with --model`);
  }
}

/**
 * Reads a checkpoint.
 * @throws UserError for a missing, damaged or foreign file
 */
export async function loadCheckpoint(file: string): Promise<{state: NetworkState; info: CheckpointInfo}> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new UserError(
          `${file}: no weights saved yet${didYouMeanFile(file) || `; train first: ${commandLine('train')}`}`,
        )
      : new UserError(`${file}: ${error.message}`);
  });
  const members = openNpz(bytes, file);
  const info = readInfo(members.get(infoName)?.(), file);
  const shapes = parameterShapes(info.hidden);
  const parameters = (prefix: string): Parameters => {
    const read = (name: keyof Parameters): Float32Array => {
      const member = memberName(prefix, name);
      const array = parseNpy(members.get(member)?.() ?? new Uint8Array(), `${file}: ${member}`);
      if (array.shape.join() !== shapes[name].join()) {
        throw new UserError(
          `${file}: ${member} has shape (${array.shape.join(', ')}); wanted (${shapes[name].join(', ')})`,
        );
      }
      return Float32Array.from(npyValues(array));
    };
    return {
      hiddenWeight: read('hiddenWeight'),
      hiddenBias: read('hiddenBias'),
      outputWeight: read('outputWeight'),
      outputBias: read('outputBias'),
    };
  };
  const state = {
    hidden: info.hidden,
    weights: parameters(parts.weights),
    firstMoment: parameters(parts.firstMoment),
    secondMoment: parameters(parts.secondMoment),
    step: info.step,
  };
  return {state, info};
}

function readInfo(bytes: Uint8Array | undefined, file: string): CheckpointInfo & {hidden: number; step: number} {
  const foreign = new UserError(`${file}: not weights that mnist-tui saved; train anew or give another --model`);
  if (bytes === undefined) throw foreign;
  let info: unknown;
  try {
    info = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw foreign;
  }
  const fields = info as Record<string, unknown> | null;
  const whole = (name: string, most: number): number => {
    const value = fields?.[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) throw foreign;
    return value;
  };
  if (whole('version', version) !== version) throw foreign;
  return {
    hidden: whole('hidden', 1024),
    step: whole('step', Number.MAX_SAFE_INTEGER),
    seed: whole('seed', 2 ** 32 - 1),
    epochs: whole('epochs', Number.MAX_SAFE_INTEGER),
    dataset: String(fields?.dataset),
  };
}
