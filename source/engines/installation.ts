import {commandLine} from '../invocation.js';
import {type EngineName, engineRecord} from './catalogue.js';
import {findPackage, hasBinary} from './installed.js';
import type {Verdict} from './verdict.js';

/** What keeps an engine from being tried at all, found without loading it; undefined when nothing does. */
export function installationOf(engine: EngineName): Verdict | undefined {
  const {package: carrier} = engineRecord(engine);
  if (carrier === undefined) return undefined;
  const found = findPackage(engine);
  const remedy = commandLine(`setup ${engine}`);
  if (found === undefined) {
    return {engine, gpu: false, state: 'absent', detail: `the npm package ${carrier.name} is not installed`, remedy};
  }
  if (hasBinary(found, carrier)) return undefined;
  const detail = `${carrier.name} has no binary: its install script did not run (npm from 11.16 on, npx and pnpm block it) or failed`;
  return {engine, gpu: false, state: 'no-binary', detail, remedy};
}
