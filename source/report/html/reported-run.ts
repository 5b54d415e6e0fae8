import type {Explanation} from '../../network/explain.js';
import type {LossName} from '../../network/losses.js';
import type {Weights} from '../../network/network-state.js';
import type {Advice} from '../../state/adviser/advice.js';
import type {Evaluation} from '../../training/evaluation.js';
import type {RunInfo} from '../../training/formats/run-info.js';
import type {MomentMark} from '../../training/kept-moments.js';

/** A digit that is answered wrong, and what its answer is made of, compared with its label. */
export type ReportedMistake = {
  readonly index: number;
  /** 784 pixels of 0 to 255 */
  readonly pixels: Uint8Array;
  readonly label: number;
  /** By how much the answer leads the digit with the second largest score, which may be another than the label. */
  readonly margin: number;
  readonly runnerUp: number;
  readonly explanation: Explanation;
};

/** The hidden units as pictures. */
export type ReportedUnits = {
  /** Whether `values` are by how much the weights have changed since the start, or the weights: their start is unknown. */
  readonly shows: 'change' | 'weights';
  /** hidden × 784 */
  readonly values: Float32Array;
  /** The value that is drawn as strongly as can be; above 0. */
  readonly strongest: number;
  /** For each pixel 0 where no train digit has ink. */
  readonly lit: Uint8Array;
  /** For each unit, for what share of the digits that were looked at it is above 0; and how many these are. */
  readonly shares: Float64Array;
  readonly of: number;
  /** Networks of the run, the first first; their values are of the same kind as those above. */
  readonly moments: readonly (MomentMark & {readonly values: Float32Array})[];
};

/** All that a report is made of. */
export type ReportedRun = {
  /** The file's name, without its folders. */
  readonly file: string;
  readonly dataset: string;
  /** What the ten labels are called; and whether these are names of other things than digits. */
  readonly names: readonly string[];
  readonly hasNames: boolean;
  readonly weights: Weights;
  readonly loss: LossName;
  /** Steps since the initial weights. */
  readonly step: number;
  /** Steps of an epoch; undefined where they are not known, or were not always as many. */
  readonly epochSteps: number | undefined;
  /** What the file says of the run; undefined for weights alone. */
  readonly info: RunInfo | undefined;
  /** Where it was computed, as far as the file says: `wasm on CPU, 2 threads`. */
  readonly computedOn: string | undefined;
  /** What the weights come to on the whole test split, of so many digits. */
  readonly found: Evaluation;
  readonly count: number;
  /** The worst of its mistakes, the widest lead of the wrong answer first. */
  readonly mistakes: readonly ReportedMistake[];
  readonly units: ReportedUnits;
  readonly advice: readonly Advice[];
  /** The command that trains the same network. */
  readonly command: string | undefined;
};

/** How many answers are wrong. */
export const wrongOf = ({found, count}: Pick<ReportedRun, 'found' | 'count'>): number =>
  count - found.confusion.reduce((sum, each, place) => (place % 11 === 0 ? sum + each : sum), 0);

/** A sentence about digits, as it is said of a dataset of other things. */
export const told = ({hasNames}: Pick<ReportedRun, 'hasNames'>, text: string): string =>
  hasNames ? text.replaceAll('digit', 'image') : text;
