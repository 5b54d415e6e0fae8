import {encodeNpy} from '../../dataset/npy.js';
import {type NpzMembers, openNpz, packNpz} from '../../dataset/npz.js';
import {UserError} from '../../errors.js';
import type {LossName} from '../../network/losses.js';
import {type NetworkState, type Parameters, parameterNames, parameterShapes} from '../../network/network-state.js';
import type {OptimizerName} from '../../network/optimizers.js';
import {readFormat1} from './format-1.js';
import {readKind} from './kind.js';
import {npzArrays, readHidden, readParameters, readStep} from './members.js';
import {decodeText, encodeText, encodeWhole} from './npy-scalars.js';
import {decodeInfo, encodeInfo, formerSettings, type RunInfo} from './run-info.js';
import {torchNames} from './torch-names.js';

/** A network and what is known of its run; a file of weights alone, such as `export` or NumPy writes, has no info. */
export type Checkpoint = {
  readonly state: NetworkState;
  readonly info: RunInfo | undefined;
  /** The loss that it was trained by, as far as the file says. */
  readonly loss: LossName;
};

/** What format 1 called them. */
const format1Names: typeof torchNames = {
  hiddenWeight: 'hidden_weight',
  hiddenBias: 'hidden_bias',
  outputWeight: 'output_weight',
  outputBias: 'output_bias',
};
/** What goes before those names for what an optimiser remembers; torch.optim calls them so. */
const moments = {first: 'exp_avg.', second: 'exp_avg_sq.', momentum: 'momentum_buffer.'};
const format1Moments: typeof moments = {first: 'first_moment_', second: 'second_moment_', momentum: ''};

/** Which of a state's moments an optimiser remembers, and under which names. */
const remembered: Readonly<
  Record<OptimizerName, readonly (readonly [keyof typeof moments, 'firstMoment' | 'secondMoment'])[]>
> = {
  adam: [
    ['first', 'firstMoment'],
    ['second', 'secondMoment'],
  ],
  momentum: [['momentum', 'firstMoment']],
  sgd: [],
};

/**
 * A checkpoint of format 2 as the bytes of an .npz file, its arrays in PyTorch's layout and under PyTorch's names. It is
 * not packed: float32 weights hardly shrink, and packing takes longer than an epoch's half.
 */
export function encodeCheckpoint(state: NetworkState, info: RunInfo): Uint8Array {
  const shapes = parameterShapes(state.hidden);
  const arrays = (prefix: string, values: Parameters): [string, Uint8Array][] =>
    parameterNames.map(name => [`${prefix}${torchNames[name]}.npy`, encodeNpy(values[name], shapes[name])]);
  const members = [
    ...arrays('', state.weights),
    ...remembered[info.settings.optimizer].flatMap(([prefix, moment]) => arrays(moments[prefix], state[moment])),
    ['step.npy', encodeWhole(state.step)] as const,
    ['info.npy', encodeText(encodeInfo(info))] as const,
  ];
  return packNpz(Object.fromEntries(members), 0);
}

/**
 * Reads a checkpoint of any format, also one that NumPy has saved again.
 * @param file names it in error messages
 * @throws UserError for what is damaged, foreign, newer than this program, of impossible shapes or not finite
 */
export function decodeCheckpoint(bytes: Uint8Array, file: string): Checkpoint {
  const members = openNpz(bytes, file);
  const info = decodeRunInfo(members, file);
  const json = members.get('info.json');
  const newNames = members.has(`${torchNames.hiddenWeight}.npy`);
  if (!newNames && !members.has(`${format1Names.hiddenWeight}.npy`)) throw notOurs(file);
  const [names, prefixes] = newNames ? [torchNames, moments] : [format1Names, format1Moments];
  const arrays = npzArrays(members, file);
  const hidden = info?.settings.hidden ?? readHidden(arrays, names.hiddenBias, file);
  const read = (prefix: string, needed: boolean): Parameters =>
    readParameters(arrays, {names, prefix, hidden, needed}, file);
  const {optimizer, activation, loss} = info?.settings ?? {...formerSettings, ...readKind(wordOf(members, file), file)};
  const state = {
    hidden,
    weights: {...read('', true), activation},
    firstMoment: read(optimizer === 'momentum' ? prefixes.momentum : prefixes.first, false),
    secondMoment: read(prefixes.second, false),
    step: json === undefined ? readStep(arrays, file) : readFormat1(json(), file).step,
  };
  return {state, info, loss};
}

/** What the file of an export says in words: 0-d arrays of text. */
const wordOf =
  (members: NpzMembers, file: string) =>
  (name: string): string | undefined => {
    const bytes = members.get(`${name}.npy`);
    return bytes && decodeText(bytes(), `${file}: ${name}`);
  };

/** The info of a file's run alone, read without its arrays; undefined for weights without one. */
export function decodeRunInfo(members: NpzMembers, file: string): RunInfo | undefined {
  const text = members.get('info.npy');
  if (text !== undefined) return decodeInfo(decodeText(text(), `${file}: info`), file);
  const json = members.get('info.json');
  return json === undefined ? undefined : readFormat1(json(), file).info;
}

const notOurs = (file: string): UserError =>
  new UserError(`${file}: not weights that mnist-tui saved; train anew or give another --model`);
