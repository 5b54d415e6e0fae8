import {type NpyArray, npyValues, parseNpy} from '../../dataset/npy.js';
import type {NpzMembers} from '../../dataset/npz.js';
import {UserError} from '../../errors.js';
import {type Parameters, parameterShapes} from '../../network/network-state.js';

/** An array of a file by its name; undefined where there is none. */
export type Arrays = (name: string) => NpyArray | undefined;

/** The arrays of an .npz file. */
export function npzArrays(members: NpzMembers, file: string): Arrays {
  return name => {
    const bytes = members.get(`${name}.npy`);
    return bytes && parseNpy(bytes(), `${file}: ${name}`);
  };
}

/** Which arrays of a file are read, and how they are called there. */
type Wanted = {
  readonly names: Readonly<Record<keyof Parameters, string>>;
  readonly prefix: string;
  readonly hidden: number;
  /** Whether a file that lacks them is refused; else they are zero. */
  readonly needed: boolean;
};

/** The four arrays of a file, checked for shape and for values that are no numbers. */
export function readParameters(arrays: Arrays, wanted: Wanted, file: string): Parameters {
  const {names, prefix, hidden, needed} = wanted;
  const shapes = parameterShapes(hidden);
  const read = (name: keyof Parameters): Float32Array => {
    const member = `${prefix}${names[name]}`;
    const array = arrays(member);
    const length = shapes[name].reduce((product, size) => product * size, 1);
    if (array === undefined && !needed) return new Float32Array(length);
    if (array === undefined) throw new UserError(`${file}: has no ${member}`);
    if (array.shape.join() !== shapes[name].join()) {
      throw new UserError(
        `${file}: ${member} has shape (${array.shape.join(', ')}); wanted (${shapes[name].join(', ')})`,
      );
    }
    const values = Float32Array.from(npyValues(array));
    const wrong = values.find(value => !Number.isFinite(value));
    if (wrong !== undefined) {
      throw new UserError(`${file}: ${member} holds ${wrong}, which is no weight; train anew or give another --model`);
    }
    return values;
  };
  return {
    hiddenWeight: read('hiddenWeight'),
    hiddenBias: read('hiddenBias'),
    outputWeight: read('outputWeight'),
    outputBias: read('outputBias'),
  };
}

/** How many hidden units a file of weights without an info has: as many as biases. */
export function readHidden(arrays: Arrays, biasName: string, file: string): number {
  const [hidden, ...others] = arrays(biasName)?.shape ?? [];
  if (hidden === undefined || others.length > 0 || hidden < 1 || hidden > 1024) {
    throw new UserError(`${file}: ${biasName} is not that of 1 to 1024 hidden units`);
  }
  return hidden;
}

/** The steps taken so far: format 2 keeps them as an array of their own. */
export function readStep(arrays: Arrays, file: string): number {
  const array = arrays('step');
  if (array === undefined) return 0;
  const [step] = npyValues(array);
  if (!Number.isSafeInteger(step) || Number(step) < 0) throw new UserError(`${file}: step is ${step}; wanted a count`);
  return Number(step);
}
