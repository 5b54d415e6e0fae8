import {UserError} from '../errors.js';
import {dependableEngine, type EngineName, engineNames, engineRecord} from './catalogue.js';
import {checkEngine, installationOf, knownVerdict} from './check.js';
import type {Verdict} from './verdict.js';

/**
 * Decides which engine runs: the one asked for, or with `auto` the first that works on a real GPU, else the dependable
 * one. What has not been tried on this machine is tried in a process of its own; the dependable one checks itself as it
 * is opened, which takes less time than another process.
 * @param preparing is told what takes its time
 * @throws UserError that says what is missing and how to get it, when an engine asked for by name cannot run
 */
export async function chooseEngine(asked: EngineName | 'auto', preparing: (what: string) => void): Promise<EngineName> {
  if (asked === 'auto') return automaticEngine(preparing);
  if (asked === dependableEngine) return asked;
  const verdict = await verdictOn(asked, preparing);
  if (verdict.state !== 'works') throw cannotRun(verdict);
  return asked;
}

async function automaticEngine(preparing: (what: string) => void): Promise<EngineName> {
  for (const name of engineNames) {
    // Without the package, or without a driver that it needs, the answer is known at once.
    if (installationOf(name) !== undefined || !(await engineRecord(name).mayFindGpu())) continue;
    const {state, gpu} = await verdictOn(name, preparing);
    if (state === 'works' && gpu) return name;
  }
  return dependableEngine;
}

async function verdictOn(name: EngineName, preparing: (what: string) => void): Promise<Verdict> {
  const known = await knownVerdict(name);
  if (known !== undefined) return known;
  preparing(`trying ${name}`);
  return checkEngine(name);
}

function cannotRun({engine, detail, remedy}: Verdict): UserError {
  return new UserError(`engine ${engine}: ${detail}${remedy === undefined ? '' : `; to get it: ${remedy}`}`);
}
