import {UserError} from '../errors.js';
import {dependableEngine, type EngineName, engineNames, engineRecord} from './catalogue.js';
import {installationOf} from './installation.js';
import {automaticChoice, fasterStill, type Verdict} from './verdict.js';

/** The engine that runs; and with `auto`, whether the dependable one would be faster still. */
export type Choice = {readonly engine: EngineName; readonly faster?: EngineName | undefined};

/**
 * Decides which engine runs: the one asked for, or with `auto` the fastest of those that work on a real GPU, else the
 * dependable one. What has not been tried on this machine is tried in a process of its own; the dependable one checks
 * itself as it is opened, which takes less time than another process.
 * @param preparing is told of each engine that is tried
 * @throws UserError that says what is missing and how to get it, when an engine asked for by name cannot run
 */
export async function chooseEngine(asked: EngineName | 'auto', preparing: (name: EngineName) => void): Promise<Choice> {
  const verdictOf = (name: EngineName): Promise<Verdict> => verdictOn(name, preparing);
  if (asked === 'auto') return chooseFastest(await candidates(), verdictOf);
  if (asked === dependableEngine) return {engine: asked};
  const verdict = await verdictOf(asked);
  if (verdict.state !== 'works') throw cannotRun(verdict);
  return {engine: asked};
}

/** The engines that may find a GPU here. */
async function candidates(): Promise<readonly EngineName[]> {
  const found: EngineName[] = [];
  for (const name of engineNames) {
    // Without the package, or without a driver that it needs, the answer is known at once.
    if (installationOf(name) === undefined && (await engineRecord(name).mayFindGpu())) found.push(name);
  }
  return found;
}

/**
 * The choice of `auto`. Engines are tried one after the other, since together they would slow each other down; the
 * dependable one only where there is another to compare it with.
 * @param verdictOf tries an engine, or knows what came of it
 */
export async function chooseFastest(
  names: readonly EngineName[],
  verdictOf: (name: EngineName) => Promise<Verdict>,
): Promise<Choice> {
  const verdicts: Verdict[] = [];
  for (const name of names) verdicts.push(await verdictOf(name));
  const engine = automaticChoice(verdicts);
  if (engine === dependableEngine) return {engine};
  verdicts.push(await verdictOf(dependableEngine));
  return {engine, faster: fasterStill(verdicts, engine)};
}

async function verdictOn(name: EngineName, preparing: (name: EngineName) => void): Promise<Verdict> {
  const {checkEngine, knownVerdict} = await import('./check.js');
  const known = await knownVerdict(name);
  if (known !== undefined) return known;
  preparing(name);
  return checkEngine(name);
}

function cannotRun({engine, detail, remedy}: Verdict): UserError {
  return new UserError(`engine ${engine}: ${detail}${remedy === undefined ? '' : `; to get it: ${remedy}`}`);
}
