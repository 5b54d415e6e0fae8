import {dependableEngine, type EngineName} from './catalogue.js';

/** What a check of an engine came to. */
export type EngineState =
  /** Runs, and real training steps give the right numbers. */
  | 'works'
  /** The package is not installed. */
  | 'absent'
  /** The package is there without its binary: its install script did not run. */
  | 'no-binary'
  /** The library does not load. */
  | 'unloadable'
  /** There is no device for it. */
  | 'no-device'
  /** It computes, but not what it should. */
  | 'wrong-results'
  /** It ended the process that tried it. */
  | 'crashed';

/** What was found, in one line, and what to do about it: a command where there is one. */
export type Explanation = {readonly detail: string; readonly remedy?: string | undefined};

/** What keeps an engine from running. */
export type Hindrance = Explanation & {readonly state: Exclude<EngineState, 'works'>};

/** What is known of one engine on this machine. */
export type Verdict = Explanation & {
  readonly engine: EngineName;
  readonly state: EngineState;
  /** What it runs on, when it runs. */
  readonly device?: string | undefined;
  /** Whether that is real graphics hardware. */
  readonly gpu: boolean;
  /** How many images it trained on in a second of a short trial; known of what `auto` can take. */
  readonly imagesPerSecond?: number | undefined;
  /** Whether that trial's rounds took about as long as each other: else the machine was loaded, and it is not kept. */
  readonly steady?: boolean | undefined;
  /** What the library wrote to standard error meanwhile. */
  readonly log?: string | undefined;
};

/** How many times as fast another engine has to be to be worth a word. */
const worthwhile = 1.1;

/**
 * The engine that `auto` takes, from the verdicts on all of them: of those that work on a GPU the fastest in its trial,
 * else the dependable one.
 */
export function automaticChoice(verdicts: readonly Verdict[]): EngineName {
  const onGpu = verdicts.filter(({state, gpu}) => state === 'works' && gpu);
  const [first, ...others] = onGpu;
  if (first === undefined) return dependableEngine;
  return others.reduce((best, each) => (speedOf(each) > speedOf(best) ? each : best), first).engine;
}

/** The dependable engine, where its trial was faster than that of the engine that `auto` takes. */
export function fasterStill(verdicts: readonly Verdict[], taken: EngineName): EngineName | undefined {
  const of = (name: EngineName): number => speedOf(verdicts.find(({engine}) => engine === name));
  return of(taken) > 0 && of(dependableEngine) > worthwhile * of(taken) ? dependableEngine : undefined;
}

const speedOf = (verdict: Verdict | undefined): number =>
  verdict?.state === 'works' ? (verdict.imagesPerSecond ?? 0) : 0;
