import type {Dataset} from '../dataset/dataset.js';
import type {Activation} from '../network/activations.js';
import {hasLearned} from '../network/losses.js';
import {programVersion} from '../program.js';
import {isSameDataset, type RunInfo} from './formats/run-info.js';
import {type KeptMoment, momentsWithin, withKept} from './kept-moments.js';
import {type LearnedDataset, learned} from './learned-dataset.js';
import type {LoopEvent, Run} from './loop.js';
import type {EpochRecord, RunOptions, Status} from './protocol.js';
import {type Computer, changeable, emptyPath, pathUpTo, pathWith} from './run-path.js';
import {curveUpTo, curveWith, emptyCurve} from './train-curve.js';

/** The settings that say which batches an epoch has. */
const batchSettings = ['batchSize', 'shuffle', 'augment', 'trainImages'] as const;

const settingNames: Readonly<Record<(typeof changeable)[number], string>> = {
  learningRate: 'learning rate',
  batchSize: 'batch size',
  shuffle: 'shuffle',
  augment: 'augment',
};
const wordOf = (value: number | boolean): string => (typeof value === 'number' ? String(value) : value ? 'on' : 'off');

/** Where within an epoch a network is: between two epochs with no step and no sum. */
export type Place = {
  /** What its batches depend on; undefined before the first stretch. */
  readonly options: RunOptions | undefined;
  readonly stepInEpoch: number;
  /** Sum of those steps' losses. */
  readonly lossSum: number;
};

/** The beginning of an epoch. */
export const atEpoch: Place = {options: undefined, stepInEpoch: 0, lossSum: 0};

/** What the worker remembers of a run besides the network: enough to save it, and to go on with it. */
export class RunRecord {
  readonly dataset: LearnedDataset;
  private options: RunOptions | undefined;
  /** Those in the file that it was read from, until it goes on. */
  private read: RunOptions | undefined;
  /** Those that its latest steps were taken with. */
  private trained: RunOptions | undefined;
  /** What computed it, and which settings were changed. */
  private path = emptyPath;
  history: readonly EpochRecord[] = [];
  /** The train loss as it went. */
  curve = emptyCurve;
  /** The moments that its file keeps. */
  moments: readonly KeptMoment[] = [];
  /** Epochs finished since the initial weights. */
  epochs = 0;
  /** Where the network is in the epoch after those. */
  place = atEpoch;

  constructor(
    readonly seed: number,
    readonly hidden: number,
    readonly activation: Activation,
    dataset: Dataset,
  ) {
    this.dataset = learned(dataset);
  }

  /** What is remembered of a run that goes on, from its file. */
  static of(info: RunInfo, dataset: Dataset, moments: readonly KeptMoment[]): RunRecord {
    const {seed, hidden, activation, ...options} = info.settings;
    const record = new RunRecord(seed, hidden, activation, dataset);
    record.options = options;
    record.trained = options;
    record.read = options;
    record.path = {computedOn: info.computedOn, changes: info.changes};
    record.history = info.history;
    record.epochs = info.epoch;
    record.curve = info.curve ?? emptyCurve;
    // In another dataset there is no such place, nor such a shuffle.
    const isSame = isSameDataset(info, record.dataset.checksum);
    // What was found on other digits is not to be compared with what will be.
    record.moments = isSame
      ? moments
      : moments.map(moment => ({...moment, meanTestLoss: undefined, accuracy: undefined}));
    if (isSame) {
      record.place = {options, stepInEpoch: info.stepInEpoch, lossSum: info.lossSum};
    }
    return record;
  }

  /** Whether the network did better than guessing after the last finished epoch. */
  get learned(): boolean {
    const last = this.history.at(-1);
    return last !== undefined && hasLearned(last.meanTestLoss, this.options?.loss ?? 'mse');
  }

  /** What the run is trained with, as far as it has begun. */
  get settings(): Status['settings'] {
    const {hidden, activation, seed, options} = this;
    return {...options, hidden, activation, seed};
  }

  /** Where other settings are asked for than the run that was read has: what is to be said of those that change its figures. */
  changesTo(options: RunOptions): string | undefined {
    const {read} = this;
    this.read = undefined;
    const changed = changeable.filter(name => read !== undefined && read[name] !== options[name]);
    if (read === undefined || changed.length === 0) return undefined;
    const texts = changed.map(name => `${settingNames[name]} ${wordOf(options[name])} (was ${wordOf(read[name])})`);
    return `this run goes on with other settings: ${texts.join(', ')}`;
  }

  /** A stretch of the run begins; returns from where it goes on. */
  begin(options: RunOptions): Omit<Run, 'dataset' | 'images'> {
    this.options = options;
    this.goTo(this.place);
    const {seed, epochs, place} = this;
    return {seed, finishedEpochs: epochs, stepInEpoch: place.stepInEpoch, lossSum: place.lossSum};
  }

  /** What the stretch that goes on is trained with from now on. */
  changeRate(learningRate: number): void {
    if (this.options !== undefined) this.options = {...this.options, learningRate};
  }

  /**
   * Folds an event of the run.
   * @param before steps that the network had been through before it
   * @param computer what computed its steps
   */
  add(event: LoopEvent, before: number, computer: Computer | undefined): void {
    if (event.type === 'progress') {
      this.path = pathWith(this.path, computer, before, {before: this.trained, options: this.options});
      this.trained = this.options;
      this.curve = curveWith(this.curve, event.losses, before + event.losses.length);
      const lossSum = event.losses.reduce((sum, loss) => sum + loss, this.place.lossSum);
      this.place = {options: this.options, stepInEpoch: event.step, lossSum};
    }
    if (event.type !== 'epoch') return;
    const {type: _, ...record} = event;
    this.history = [...this.history, record];
    this.place = atEpoch;
    this.epochs = event.epoch;
  }

  /** Keeps a moment, where there is room for it. */
  keep(moment: KeptMoment): void {
    this.moments = withKept(
      this.moments,
      moment,
      momentsWithin(this.hidden, this.history.length, this.options?.optimizer ?? 'adam'),
    );
  }

  /** The network has gone back to what it was after so many steps. */
  goBackTo(step: number, place: Place): void {
    this.goTo(place);
    this.curve = curveUpTo(this.curve, step);
    for (const {name, was} of this.path.changes?.filter(change => change.step >= step).toReversed() ?? []) {
      if (this.trained !== undefined) this.trained = {...this.trained, [name]: was};
    }
    this.path = pathUpTo(this.path, step);
    this.moments = this.moments.filter(moment => moment.step <= step);
  }

  /** The network is at a place of the epoch; where that counts other batches than are trained with, the epoch begins anew. */
  goTo(place: Place): void {
    const same = batchSettings.every(name => place.options?.[name] === this.options?.[name]);
    this.place = same ? place : atEpoch;
  }

  /** What a checkpoint says of the run after so many steps. */
  info(step: number): RunInfo {
    const {options, epochs, history, curve, dataset, hidden, activation, seed} = this;
    const {stepInEpoch, lossSum} = this.place;
    if (options === undefined) throw new Error('a run that has not begun cannot be saved');
    return {
      program: `mnist-tui ${programVersion}`,
      settings: {...options, hidden, activation, seed},
      epoch: epochs,
      stepInEpoch,
      lossSum,
      dataset,
      history,
      curve,
      // Settings that no step was taken with yet are changed from here on.
      ...pathWith(this.path, undefined, step, {before: this.trained, options}),
    };
  }
}
