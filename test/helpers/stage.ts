import {cpSync, mkdirSync, readdirSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The TensorFlow package of this checkout, whether or not it is installed. */
export const tensorflowFolder = path.join(root, 'node_modules', '@tensorflow', 'tfjs-node-gpu');

/**
 * Puts a copy of the built program into a folder, with all packages of this checkout but the optional TensorFlow one.
 * @returns the copy's cli.js and where a package of it would have to lie
 */
export function stageProgram(folder: string): {program: string; packageFolder: string} {
  cpSync(path.join(root, 'dist', 'source'), path.join(folder, 'dist', 'source'), {recursive: true});
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  symlinkSync(path.join(root, 'data'), path.join(folder, 'data'));
  const linkAll = (from: string, to: string, omit: string): void => {
    mkdirSync(to, {recursive: true});
    for (const name of readdirSync(from)) {
      if (name !== omit && !name.startsWith('.')) symlinkSync(path.join(from, name), path.join(to, name));
    }
  };
  const modules = path.join(root, 'node_modules');
  linkAll(modules, path.join(folder, 'node_modules'), '@tensorflow');
  const scope = path.join(folder, 'node_modules', '@tensorflow');
  linkAll(path.join(modules, '@tensorflow'), scope, 'tfjs-node-gpu');
  return {program: path.join(folder, 'dist', 'source', 'cli.js'), packageFolder: path.join(scope, 'tfjs-node-gpu')};
}
