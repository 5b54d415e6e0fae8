import type {MessagePort} from 'node:worker_threads';
import type {Engine} from '../engines/engine.js';
import {parameterNames} from '../network/network-state.js';
import type {Lane} from './lane.js';
import type {TrainingEvent} from './protocol.js';

type NetworkEvent = Extract<TrainingEvent, {type: 'network'}>;

/** How far in milliseconds two sends are apart at least while a run is trained. */
const pause = 80;

/** Sends the newest weights to the other thread, no more often than it looks at them. */
export class WeightsSender {
  /** Which network was sent last, and whether with what the optimiser remembers. */
  private sent: {readonly run: number; readonly step: number; readonly isWhole: boolean} | undefined;
  private at = Number.NEGATIVE_INFINITY;
  private isAwaited = false;
  private watched = false;

  constructor(private readonly port: MessagePort) {}

  /** The other thread has shown what was sent last. */
  look(): void {
    this.isAwaited = true;
    this.watched = true;
  }

  /** Whether somebody has ever looked: then there is a screen. */
  get isWatched(): boolean {
    return this.watched;
  }

  /** What was sent last is not to be relied upon. */
  forget(): void {
    this.sent = undefined;
  }

  private hasSent({number, step}: Lane): boolean {
    return this.sent?.run === number && this.sent.step === step;
  }

  /** Whether a lane's newest weights have been sent, with what the optimiser remembers. */
  hasSentWhole(lane: Lane): boolean {
    return this.hasSent(lane) && this.sent?.isWhole === true;
  }

  /** In how many milliseconds a lane's weights are to be sent, if they are others than before and somebody has looked. */
  wait(lane: Lane): number {
    if (!this.isAwaited || this.hasSent(lane)) return Number.POSITIVE_INFINITY;
    return this.at + pause - performance.now();
  }

  /** Sends a lane's weights if it is time. */
  async sendIfAwaited(lane: Lane, engine: Engine): Promise<void> {
    if (this.wait(lane) > 0) return;
    this.begin(lane, false);
    this.post(lane, {weights: await engine.weights()});
  }

  /** Sends a lane's weights and what the optimiser remembers, which takes longer: for when nothing is trained. */
  async sendWhole(lane: Lane, engine: Engine): Promise<void> {
    this.begin(lane, true);
    const {weights, firstMoment, secondMoment} = await engine.getState();
    this.post(lane, {weights, optimiser: {firstMoment, secondMoment}});
  }

  /** Before the weights are read, so that such as cannot be are not asked for again and again. */
  private begin({number: run, step}: Lane, isWhole: boolean): void {
    this.sent = {run, step, isWhole};
    this.at = performance.now();
    this.isAwaited = false;
  }

  private post({number: run, step}: Lane, network: Pick<NetworkEvent, 'weights' | 'optimiser'>): void {
    const event: TrainingEvent = {type: 'network', run, step, ...network};
    const all = [network.weights, ...Object.values(network.optimiser ?? {})];
    const arrays = all.flatMap(each => parameterNames.map(name => each[name]));
    const buffers = arrays.map(({buffer}) => buffer);
    this.port.postMessage(
      event,
      buffers.filter(buffer => buffer instanceof ArrayBuffer),
    );
  }
}
