import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {dataFolder} from '../places.js';
import {type EngineName, engineRecord} from './catalogue.js';

const own = fileURLToPath(import.meta.url);

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

/** Where an engine's package is: where setup puts it, else among the program's own; undefined when it is in neither. */
export function findPackage(engine: EngineName): InstalledPackage | undefined {
  const name = engineRecord(engine).package?.name;
  const folder = setupFolder(engine);
  for (const place of folder === undefined ? [own] : [path.join(folder, 'package.json'), own]) {
    const require = createRequire(place);
    try {
      const file = require.resolve(`${name}/package.json`);
      const {version} = require(file) as {version: string};
      return {folder: path.dirname(file), version, main: () => require.resolve(String(name))};
    } catch {
      // Not there; the next place may have it.
    }
  }
  return undefined;
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
