import type {Dataset, SplitData} from '../dataset/dataset.js';
import type {Engine} from '../engines/engine.js';
import type {NetworkState} from '../network/network-state.js';
import {evaluate} from './evaluation.js';
import {type Controls, type LoopEvent, train} from './loop.js';
import {sharedWeights} from './moments.js';
import type {EndReason, RunOptions, TrainingEvent, Wish} from './protocol.js';
import {endOf} from './run-end.js';
import {atEpoch, type Place, type RunRecord} from './run-record.js';
import type {RunSaver} from './runs/saver.js';
import type {TrainImages} from './train-images.js';

/** A stretch of training that goes on. */
type Stretch = {
  readonly number: number;
  /** Steps that the network had been through before it. */
  readonly from: number;
  /** When it began, on the clock of `performance.now`. */
  readonly began: number;
  /** Taking an event out of it trains on until there is another. */
  readonly events: AsyncGenerator<LoopEvent, EndReason, void>;
};

/** Whether an event is told together with the next. */
export const isFollowed = (event: LoopEvent): boolean =>
  event.type === 'moment' || event.type === 'not-finite' || (event.type === 'progress' && event.step === event.steps);

/** A run as the worker holds it: what is remembered of it, where it is saved, and its training. */
export class Lane {
  private current: Stretch | undefined;
  /** The network after the last finished epoch, or at the opening, and where in an epoch that is. */
  private kept: {readonly state: NetworkState; readonly place: Place};
  /** Steps that the network has been through. */
  step: number;
  /** What the latest call was made to. */
  private engine: Engine | undefined;
  /** The step of the last moment that was told of with its evaluation. */
  private evaluated: number | undefined;

  /** @param number counted from 1 since the start of the program */
  constructor(
    readonly number: number,
    readonly record: RunRecord,
    readonly saver: RunSaver,
    state: NetworkState,
    /** What it is trained with, whatever is wished for: as a lane of a race. */
    readonly own?: RunOptions,
  ) {
    this.kept = {state, place: record.place};
    this.step = state.step;
  }

  /** The stretch that goes on. */
  get stretch(): number | undefined {
    return this.current?.number;
  }

  /** Steps taken in the stretch that goes on. */
  get stepInStretch(): number {
    return this.step - (this.current?.from ?? this.step);
  }

  /** Whether what the network is now has been told of, with its evaluation. */
  get isEvaluated(): boolean {
    return this.evaluated === this.step;
  }

  /** The network's state, where it is at hand without asking the engine. */
  get state(): NetworkState | undefined {
    return this.step === this.kept.state.step ? this.kept.state : undefined;
  }

  /**
   * @param controls is asked before each call of the engine
   * @returns what there is to say of it
   */
  begin(
    number: number,
    {options: wished, oneMore}: Pick<Wish, 'options' | 'oneMore'>,
    data: {readonly dataset: Dataset; readonly images: TrainImages},
    controls: () => Omit<Controls, 'learningRate'>,
  ): TrainingEvent[] {
    const options = this.own ?? wished;
    const changes = this.record.changesTo(options);
    const before = this.record.place.stepInEpoch;
    const end = endOf(this.record, options);
    // Of a run that was trained on after its end, the epoch that goes on is the last.
    const isMore = oneMore || (end !== undefined && before > 0);
    const run = {...data, ...this.record.begin(options), over: isMore ? undefined : end};
    const events = train(run, isMore ? {...options, epochs: 1, earlyStop: false} : options, () => {
      const now = controls();
      this.engine = now.engine;
      return {...now, learningRate: this.record.settings.learningRate ?? options.learningRate};
    });
    this.current = {number, from: this.step, began: performance.now(), events};
    const isAnew = before !== run.stepInEpoch;
    const anew = `epoch ${run.finishedEpochs + 1} begins anew, since it has other batches than before`;
    const messages = [...(changes === undefined ? [] : [changes]), ...(isAnew ? [anew] : [])];
    return messages.length === 0 ? [] : [{type: 'warning', what: 'settings', message: messages.join('; ')}];
  }

  /** Trains on until there is something to tell, or to why the stretch has come to its end; remembers what it says. */
  async next(): Promise<LoopEvent | EndReason> {
    if (this.current === undefined) throw new Error('no stretch of training goes on');
    const {done, value} = await this.current.events.next();
    if (done) return value;
    this.record.add(value, this.step, this.engine);
    if (value.type === 'progress') this.step += value.losses.length;
    if (value.type === 'moment') {
      const {state} = value;
      this.kept = {state, place: atEpoch};
      this.step = state.step;
      this.evaluated = state.step;
      const {accuracy, meanLoss: meanTestLoss} = value.found;
      const {step, weights} = state;
      this.record.keep({step, epoch: value.epoch, endsEpoch: true, meanTestLoss, accuracy, weights});
    }
    return value;
  }

  /** What the other thread is told of what happened. */
  told(event: LoopEvent): TrainingEvent {
    const run = this.number;
    switch (event.type) {
      case 'start':
        return {...event, run, stretch: this.stretch ?? 0};
      case 'moment': {
        const {state, ...rest} = event;
        return {...rest, run, step: state.step, weights: sharedWeights(state.weights)};
      }
      case 'progress':
        return {...event, run, total: this.step};
      case 'epoch':
        return {...event, run};
      case 'not-finite':
        return {type: event.type, run, step: this.step + event.sound + 1};
    }
  }

  /** The moments that its file has kept, as they are told of when it is opened: not yet evaluated. */
  keptMoments(): TrainingEvent[] {
    return this.record.moments.map(({step, epoch, weights}) => ({
      ...{type: 'moment', run: this.number, step, epoch},
      ...{weights: sharedWeights(weights), found: undefined},
    }));
  }

  /**
   * The network as it is now, within an epoch or before the first.
   * @param engine has the network
   * @param test what it is evaluated on; undefined: it is not
   */
  async moment(engine: Engine, test: SplitData | undefined): Promise<TrainingEvent> {
    const {number: run, step, record} = this;
    const weights = sharedWeights(await engine.weights());
    const place = {step, epoch: record.epochs};
    const {batchSize = test?.count ?? 1, loss = 'mse'} = record.settings;
    const found = test && evaluate(await engine.scores('test'), test, {batchSize, loss});
    if (found !== undefined) this.evaluated = step;
    record.keep({...place, endsEpoch: false, meanTestLoss: found?.meanLoss, accuracy: found?.accuracy, weights});
    return {type: 'moment', run, ...place, weights, found};
  }

  /** Goes back to the network that is kept, which the engine has to be given. */
  goBack(): NetworkState {
    const {state, place} = this.kept;
    this.record.goBackTo(state.step, place);
    this.step = state.step;
    return state;
  }

  /**
   * Saves the run in the background, where that is due.
   * @param engine has the network
   */
  async saveSoon(engine: Engine): Promise<void> {
    if (!this.saver.isDue) return;
    this.saver.saveSoon(this.state ?? (await engine.getState()), this.record.info(this.step), this.record.moments);
  }

  /** Ends the stretch that goes on, and saves the network unless it is kept as it is; returns what there is to tell. */
  async end(state: NetworkState): Promise<Omit<Extract<TrainingEvent, {type: 'end'}>, 'type' | 'reason'>> {
    if (this.current === undefined) throw new Error('no stretch of training goes on');
    const {number: stretch, from, began, events} = this.current;
    const seconds = (performance.now() - began) / 1000;
    await events.return('stopped');
    const kept = state.step === from ? this.saver.keptAt(state.step) : undefined;
    const model =
      state.step === 0
        ? await this.saver.withdraw()
        : (kept ?? (await this.saver.save(state, this.record.info(state.step), this.record.moments)));
    this.current = undefined;
    const {epochs, learned} = this.record;
    return {run: this.number, stretch, step: state.step, epochs, seconds, learned, model};
  }
}
