import {checksumOf} from '../dataset/checksum.js';
import {type Dataset, titleOf} from '../dataset/dataset.js';
import {hasLearned} from '../network/losses.js';
import {programVersion} from '../program.js';
import {isSameDataset, type RunInfo} from './formats/run-info.js';
import type {Run} from './loop.js';
import type {EpochRecord, RunOptions, TrainingEvent} from './protocol.js';

/** What the worker remembers of a run besides the network: enough to save it, and to go on with it. */
export class RunRecord {
  readonly dataset: RunInfo['dataset'];
  private options: RunOptions | undefined;
  history: readonly EpochRecord[] = [];
  /** Epochs finished since the initial weights. */
  epochs = 0;
  /** Steps taken in the epoch after those, in batches of `options`. */
  private stepInEpoch = 0;
  /** Sum of those steps' losses. */
  private lossSum = 0;

  constructor(
    readonly seed: number,
    readonly hidden: number,
    dataset: Dataset,
  ) {
    const {name, train, test} = dataset;
    this.dataset = {name: titleOf(test, name), checksum: {train: checksumOf(train), test: checksumOf(test)}};
  }

  /** What is remembered of a run that goes on, from its file. */
  static of(info: RunInfo, dataset: Dataset): RunRecord {
    const {seed, hidden, ...options} = info.settings;
    const record = new RunRecord(seed, hidden, dataset);
    record.options = options;
    record.history = info.history;
    record.epochs = info.epoch;
    // In another dataset there is no such place, nor such a shuffle.
    if (isSameDataset(info, record.dataset.checksum)) {
      record.stepInEpoch = info.stepInEpoch;
      record.lossSum = info.lossSum;
    }
    return record;
  }

  /** Whether the network did better than guessing after the last finished epoch. */
  get learned(): boolean {
    const last = this.history.at(-1);
    return last !== undefined && hasLearned(last.meanTestLoss);
  }

  /** Where in its epoch a run goes on; with other batches than before the epoch begins anew. */
  begin(options: RunOptions): Pick<Run, 'finishedEpochs' | 'stepInEpoch' | 'lossSum' | 'learned'> {
    if (options.batchSize !== this.options?.batchSize) this.backToEpoch();
    this.options = options;
    const {epochs, stepInEpoch, lossSum, learned} = this;
    return {finishedEpochs: epochs, stepInEpoch, lossSum, learned};
  }

  /** Folds an event of the run. */
  add(event: TrainingEvent): void {
    if (event.type === 'progress') {
      this.stepInEpoch = event.step;
      this.lossSum = event.losses.reduce((sum, loss) => sum + loss, this.lossSum);
    }
    if (event.type !== 'epoch') return;
    const {type: _, confusion: __, ...record} = event;
    this.history = [...this.history, record];
    this.backToEpoch();
    this.epochs = event.epoch;
  }

  /** The network is that of the end of an epoch again. */
  backToEpoch(): void {
    this.stepInEpoch = 0;
    this.lossSum = 0;
  }

  /** What a checkpoint says of the run. */
  info(): RunInfo {
    const {seed, hidden, options, epochs, stepInEpoch, lossSum, history, dataset} = this;
    if (options === undefined) throw new Error('a run that has not begun cannot be saved');
    return {
      program: `mnist-tui ${programVersion}`,
      settings: {...options, hidden, seed},
      epoch: epochs,
      stepInEpoch,
      lossSum,
      dataset,
      history,
    };
  }
}
