import {npyValues, parseNpy} from '../../dataset/npy.js';
import type {NpzMembers} from '../../dataset/npz.js';
import {UserError} from '../../errors.js';
import {type Parameters, parameterShapes} from '../../network/network-state.js';

/** Which arrays of a file are read, and how they are called there. */
type Wanted = {
  readonly names: Readonly<Record<keyof Parameters, string>>;
  readonly prefix: string;
  readonly hidden: number;
  /** Whether a file that lacks them is refused; else they are zero. */
  readonly needed: boolean;
};

/** The four arrays of a file, checked for shape and for values that are no numbers. */
export function readParameters(members: NpzMembers, wanted: Wanted, file: string): Parameters {
  const {names, prefix, hidden, needed} = wanted;
  const shapes = parameterShapes(hidden);
  const read = (name: keyof Parameters): Float32Array => {
    const member = `${prefix}${names[name]}`;
    const bytes = members.get(`${member}.npy`);
    const length = shapes[name].reduce((product, size) => product * size, 1);
    if (bytes === undefined && !needed) return new Float32Array(length);
    if (bytes === undefined) throw new UserError(`${file}: has no ${member}`);
    const array = parseNpy(bytes(), `${file}: ${member}`);
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
export function readHidden(members: NpzMembers, biasName: string, file: string): number {
  const bytes = members.get(`${biasName}.npy`);
  const [hidden, ...others] = bytes === undefined ? [] : parseNpy(bytes(), `${file}: ${biasName}`).shape;
  if (hidden === undefined || others.length > 0 || hidden < 1 || hidden > 1024) {
    throw new UserError(`${file}: ${biasName} is not that of 1 to 1024 hidden units`);
  }
  return hidden;
}

/** The steps taken so far: format 2 keeps them as an array of their own. */
export function readStep(members: NpzMembers, file: string): number {
  const bytes = members.get('step.npy');
  if (bytes === undefined) return 0;
  const [step] = npyValues(parseNpy(bytes(), `${file}: step`));
  if (!Number.isSafeInteger(step) || Number(step) < 0) throw new UserError(`${file}: step is ${step}; wanted a count`);
  return Number(step);
}
