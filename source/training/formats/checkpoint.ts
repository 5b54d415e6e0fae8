import {encodeNpy} from '../../dataset/npy.js';
import {type NpzMembers, openNpz} from '../../dataset/npz.js';
import {UserError} from '../../errors.js';
import type {LossName} from '../../network/losses.js';
import {type NetworkState, type Parameters, parameterNames, parameterShapes} from '../../network/network-state.js';
import type {OptimizerName} from '../../network/optimizers.js';
import type {KeptMoment} from '../kept-moments.js';
import {readFormat1} from './format-1.js';
import {readKind} from './kind.js';
import {npzArrays, readHidden, readParameters, readStep} from './members.js';
import {decodeText, encodeText, encodeWhole} from './npy-scalars.js';
import {decodeInfo, encodeInfo, formerSettings, type RunInfo} from './run-info.js';
import {storedZip, type ZipPart, zipPart} from './stored-zip.js';
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

/** From so many bytes on what is said of a run is packed: to a tenth, since NumPy's text has four bytes a letter. */
const packFrom = 2 ** 18;

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
 * A checkpoint of format 2 as the bytes of an .npz file, its arrays in PyTorch's layout and under PyTorch's names. They are
 * not packed: float32 weights hardly shrink, and packing takes longer than an epoch's half. A long history is.
 */
export const encodeCheckpoint = (state: NetworkState, info: RunInfo, kept: readonly KeptMoment[] = []): Uint8Array =>
  Buffer.concat(checkpointPieces(state, info, kept));

/**
 * The same in pieces, to be written one after the other.
 * @param partOf a moment's part of the file; it is the same in each file
 */
export function checkpointPieces(
  state: NetworkState,
  info: RunInfo,
  kept: readonly KeptMoment[],
  partOf = momentPart,
): Uint8Array[] {
  const marks = kept.map(({weights: _, ...mark}) => mark);
  const {moments: __, ...rest} = info;
  const members = [
    ...arraysOf('', state.weights),
    ...remembered[info.settings.optimizer].flatMap(([prefix, moment]) => arraysOf(moments[prefix], state[moment])),
    ['step.npy', encodeWhole(state.step)] as const,
  ];
  const text = encodeText(encodeInfo({...rest, ...(marks.length > 0 && {moments: marks})}));
  const about = zipPart([['info.npy', text]], text.length > packFrom);
  return storedZip([zipPart(members), about, ...kept.map(partOf)]);
}

/** A moment's weights as a part of a checkpoint: `moment.468.0.weight` and so on. */
export const momentPart = ({step, weights}: KeptMoment): ZipPart => zipPart(arraysOf(momentPrefix(step), weights));

const momentPrefix = (step: number): string => `moment.${step}.`;

function arraysOf(prefix: string, values: Parameters): [string, Uint8Array][] {
  const shapes = parameterShapes(values.hiddenBias.length);
  return parameterNames.map(name => [`${prefix}${torchNames[name]}.npy`, encodeNpy(values[name], shapes[name])]);
}

/**
 * Reads the moments of a checkpoint; files of old have none.
 * @throws UserError for what is damaged
 */
export function decodeMoments(bytes: Uint8Array, info: RunInfo, file: string): KeptMoment[] {
  const {moments: marks = [], settings} = info;
  if (marks.length === 0) return [];
  const arrays = npzArrays(openNpz(bytes, file), file);
  const {hidden, activation} = settings;
  return marks.map(mark => {
    const prefix = momentPrefix(mark.step);
    return {
      ...mark,
      weights: {...readParameters(arrays, {names: torchNames, prefix, hidden, needed: true}, file), activation},
    };
  });
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
