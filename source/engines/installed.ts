import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {dataFolder} from '../places.js';
import {type EngineName, engineRecord} from './catalogue.js';

/** An optional npm package that carries an engine. */
export type EnginePackage = {
  readonly name: string;
  /** The version that the program is made for. */
  readonly version: string;
  /** What it takes on the disk with what it depends on, as measured after installing it. */
  readonly megabytes: number;
  /** What its install script fetches besides. */
  readonly downloads?: string;
  /** The script of its own that makes it whole, and the file in its folder that is there when that has run, with slashes. */
  readonly builds?: {readonly script: string; readonly binary: string};
};

/** A package that was found. */
export type InstalledPackage = {
  readonly folder: string;
  readonly version: string;
  /** Finds the file that loading the package loads; throws when the package is not whole. */
  readonly main: () => string;
};

/** The folder that setup installs an engine's package into; undefined where the user has no home folder. */
export function setupFolder(engine: EngineName): string | undefined {
  try {
    return path.join(dataFolder(), 'engines', engine);
  } catch {
    return undefined;
  }
}

/**
 * Where an engine's package is: the one that setup installed, when it is whole and of this program's version, else the
 * program's own; undefined when it is nowhere.
 */
export function findPackage(engine: EngineName): InstalledPackage | undefined {
  const carrier = engineRecord(engine).package;
  if (carrier === undefined) return undefined;
  const folder = setupFolder(engine);
  const set =
    folder === undefined ? undefined : packageIn(path.join(folder, 'node_modules', ...carrier.name.split('/')));
  const whole = set !== undefined && set.version === carrier.version && hasBinary(set, carrier);
  return whole ? set : (ownPackage(carrier) ?? set);
}

/** Whether a package has the binary that its install script makes, where it needs one. */
export function hasBinary({folder}: InstalledPackage, {builds}: EnginePackage): boolean {
  return builds === undefined || existsSync(path.join(folder, builds.binary));
}

/** A package among those of the program. */
function ownPackage({name}: EnginePackage): InstalledPackage | undefined {
  try {
    return packageIn(path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)));
  } catch {
    return undefined;
  }
}

/** The package in a folder; no folder above it is looked at. */
function packageIn(folder: string): InstalledPackage | undefined {
  const file = path.join(folder, 'package.json');
  const require = createRequire(file);
  try {
    const {version} = require(file) as {version: string};
    return {folder, version, main: () => require.resolve(folder)};
  } catch {
    return undefined;
  }
}

/**
 * The file that loading an engine's package loads.
 * @throws Error when it is not installed
 */
export function packageMain(engine: EngineName): string {
  const found = findPackage(engine);
  if (found === undefined) throw new Error(`${engineRecord(engine).package?.name} is not installed`);
  return found.main();
}
