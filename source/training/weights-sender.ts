import type {MessagePort} from 'node:worker_threads';
import type {Engine} from '../engines/engine.js';
import type {Lane} from './lane.js';
import type {TrainingEvent} from './protocol.js';

/** How far in milliseconds two sends are apart at least while a run is trained. */
const pause = 80;

/** Sends the newest weights to the other thread, no more often than it looks at them. */
export class WeightsSender {
  /** Which network was sent last. */
  private sent: {readonly run: number; readonly step: number} | undefined;
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

  hasSent({number, step}: Lane): boolean {
    return this.sent?.run === number && this.sent.step === step;
  }

  /** In how many milliseconds a lane's weights are to be sent, if they are others than before and somebody has looked. */
  wait(lane: Lane): number {
    if (!this.isAwaited || this.hasSent(lane)) return Number.POSITIVE_INFINITY;
    return this.at + pause - performance.now();
  }

  /** Sends a lane's weights if it is time. */
  async sendIfAwaited(lane: Lane, engine: Engine): Promise<void> {
    if (this.wait(lane) <= 0) await this.send(lane, engine);
  }

  async send({number: run, step}: Lane, engine: Engine): Promise<void> {
    // First, so that weights that cannot be read are not asked for again and again.
    this.sent = {run, step};
    this.at = performance.now();
    this.isAwaited = false;
    const weights = await engine.weights();
    const event: TrainingEvent = {type: 'network', run, step, weights};
    const buffers = Object.values(weights).map(({buffer}) => buffer);
    this.port.postMessage(
      event,
      buffers.filter(buffer => buffer instanceof ArrayBuffer),
    );
  }
}
