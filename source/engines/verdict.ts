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
  /** What the library wrote to standard error meanwhile. */
  readonly log?: string | undefined;
};

/** The engine that `auto` takes, from the verdicts on all of them: one on a GPU if there is any, else the dependable one. */
export function automaticChoice(verdicts: readonly Verdict[]): EngineName {
  return verdicts.find(({state, gpu}) => state === 'works' && gpu)?.engine ?? dependableEngine;
}
