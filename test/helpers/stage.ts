import {cpSync, mkdirSync, readdirSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {homeIn} from './environment.js';
import {type Result, runProgram, withFolder} from './program.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The TensorFlow package of this checkout, whether or not it is installed. */
export const tensorflowFolder = path.join(root, 'node_modules', '@tensorflow', 'tfjs-node-gpu');

/**
 * Puts a copy of the built program into a folder, with all packages of this checkout but the optional ones, so that it
 * computes with wasm on every machine.
 * @returns the copy's cli.js and where its TensorFlow package would have to lie
 */
export function stageProgram(folder: string): {program: string; packageFolder: string} {
  cpSync(path.join(root, 'dist', 'source'), path.join(folder, 'dist', 'source'), {recursive: true});
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  symlinkSync(path.join(root, 'data'), path.join(folder, 'data'));
  const linkAll = (from: string, to: string, omit: readonly string[]): void => {
    mkdirSync(to, {recursive: true});
    for (const name of readdirSync(from)) {
      if (!omit.includes(name) && !name.startsWith('.')) symlinkSync(path.join(from, name), path.join(to, name));
    }
  };
  const modules = path.join(root, 'node_modules');
  linkAll(modules, path.join(folder, 'node_modules'), ['@tensorflow', 'webgpu']);
  const scope = path.join(folder, 'node_modules', '@tensorflow');
  linkAll(path.join(modules, '@tensorflow'), scope, ['tfjs-node-gpu']);
  return {program: path.join(folder, 'dist', 'source', 'cli.js'), packageFolder: path.join(scope, 'tfjs-node-gpu')};
}

/** Why tests of a staged program cannot run here, or false when they can. */
export const withoutStage: string | false =
  process.platform === 'win32' ? 'skipped: symbolic links need rights on Windows' : false;

/** Runs the program with arguments. */
export type Run = (...args: string[]) => Promise<Result>;

/** Runs the program from a copy whose TensorFlow package `prepare` makes. */
export async function staged(
  prepare: (packageFolder: string) => void,
  use: (run: Run) => Promise<void>,
): Promise<void> {
  await withFolder(async folder => {
    const {program, packageFolder} = stageProgram(folder);
    prepare(packageFolder);
    const env = homeIn(path.join(folder, 'home'));
    await use((...args) => runProgram(args, {program, env}));
  });
}
