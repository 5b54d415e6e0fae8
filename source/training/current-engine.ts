import {dependableEngine, type EngineName} from '../engines/catalogue.js';
import type {Engine} from '../engines/engine.js';
import {messageOf, printable} from '../errors.js';
import type {NetworkState} from '../network/network-state.js';
import type {TrainingEvent} from './protocol.js';
import type {StatusTeller} from './status-teller.js';

/** How the worker comes by engines. */
export type Engines = {
  /** Finds out, while the present engine goes on, whether another can run; rejects with the reason when it cannot. */
  readonly check: (name: EngineName) => Promise<unknown>;
  /** Opens an engine, with the dataset on its device. */
  readonly open: (name: EngineName) => Promise<Engine>;
};

/** What came of trying an engine: why it cannot run, or undefined when it can. */
export type EngineTried = {
  readonly type: 'engine-tried';
  readonly engine: EngineName;
  readonly refusal: string | undefined;
};

/** The engine that computes, and the one that is wished for in its place. */
export class CurrentEngine {
  private wished: EngineName | undefined;
  /** What computed before another engine was borrowed. */
  private lender: EngineName | undefined;
  /** What came of each engine in this session: none is tried twice. */
  private readonly trials = new Map<EngineName, Promise<string | undefined>>();

  /** @param onTried is told when the trial of an engine that was wished for is over */
  constructor(
    private engine: Engine,
    private readonly engines: Engines,
    private readonly post: (event: TrainingEvent) => void,
    private readonly status: StatusTeller,
    private readonly onTried: (tried: EngineTried) => void,
  ) {
    this.tell();
  }

  /** The engine as it is now; another one may compute at the next call. */
  get now(): Engine {
    return this.engine;
  }

  /** Has another engine tried, in the background. Only the newest wish holds; the present engine or none ends them. */
  wish(name: EngineName | undefined): void {
    this.wished = name === this.engine.name ? undefined : name;
    this.tell();
    if (name === undefined || this.wished === undefined) return;
    void this.refusalOf(name).then(refusal => this.onTried({type: 'engine-tried', engine: name, refusal}));
  }

  /** Carries the weights over to an engine that was tried, if it is still wished for and can run; else says why not. */
  async change({engine: name, refusal}: EngineTried): Promise<void> {
    if (name !== this.wished) return;
    this.wished = undefined;
    const message = refusal ?? (await this.replaceBy(name));
    if (message !== undefined) this.post({type: 'warning', what: 'engine', message});
    this.tell();
  }

  /** Has another engine compute for a while, at once and without a trial; one that cannot changes nothing. */
  async borrow(name: EngineName | undefined): Promise<void> {
    this.lender = this.engine.name;
    this.wished = undefined;
    const refusal = name === undefined || name === this.engine.name ? undefined : await this.replaceBy(name);
    if (refusal !== undefined) this.post({type: 'warning', what: 'engine', message: refusal});
    this.tell();
  }

  /** Wishes for the engine again that computed before another was borrowed, unless one is wished for. */
  giveBack(wished: EngineName | undefined): void {
    if (wished === undefined) this.wish(this.lender);
  }

  /** Goes on with the dependable engine and these weights, since the device is lost. */
  async fallBack(state: NetworkState, reason: unknown): Promise<void> {
    const lost = this.engine;
    const opened = await this.engines.open(dependableEngine);
    await opened.setState(state);
    this.engine = opened;
    const place = state.step === 0 ? 'the initial weights' : 'the last epoch';
    const message = `${printable(messageOf(reason))}; ${dependableEngine} goes on from ${place}`;
    this.post({type: 'warning', what: 'engine', message});
    this.tell();
    await lost.dispose().catch(() => undefined);
  }

  private refusalOf(name: EngineName): Promise<string | undefined> {
    const known = this.trials.get(name);
    if (known !== undefined) return known;
    const trial = this.engines.check(name).then(
      () => undefined,
      error => printable(messageOf(error)),
    );
    this.trials.set(name, trial);
    return trial;
  }

  /** Returns why the engine could not take over, if so; the present one goes on then. */
  private async replaceBy(name: EngineName): Promise<string | undefined> {
    const former = this.engine;
    const state = await former.getState();
    let opened: Engine | undefined;
    try {
      opened = await this.engines.open(name);
      await opened.setState(state);
    } catch (error) {
      await opened?.dispose().catch(() => undefined);
      const refusal = `engine ${name}: ${printable(messageOf(error))}`;
      this.trials.set(name, Promise.resolve(refusal));
      return refusal;
    }
    this.engine = opened;
    await former.dispose().catch(() => undefined);
    return undefined;
  }

  private tell(): void {
    const {name, device, threads} = this.engine;
    const waitsFor = this.wished && ({what: 'trying', engine: this.wished} as const);
    this.status.update({engine: {name, device, threads}, waitsFor});
  }
}
