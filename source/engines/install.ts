import {spawn} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from '../errors.js';
import type {EnginePackage} from './installed.js';

/**
 * Installs a package with what it depends on into a folder of its own, and runs its own install script: npm from 11.16
 * on runs none unasked. What npm says goes to standard error as it comes, its progress too.
 * @throws UserError when npm is not there, or ends with an error
 */
export async function installPackage({name, version, builds}: EnginePackage, folder: string): Promise<void> {
  try {
    await mkdir(folder, {recursive: true});
    await writeFile(path.join(folder, 'package.json'), '{"private": true}\n');
  } catch (error) {
    throw new UserError(`${folder}: the package cannot be put there (${messageOf(error)})`);
  }
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
  const spec = `${name}@${version}`;
  await npm(['install', spec, '--save-exact', '--ignore-scripts', ...quiet, '--prefix', folder], `fetching ${spec}`);
  if (builds === undefined) return;
  const place = path.join(folder, 'node_modules', ...name.split('/'));
  await npm(['run', builds.script, '--prefix', place], `the ${builds.script} script of ${name}`);
}

/** @param what is done, for the message when it fails */
function npm(args: readonly string[], what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // On Windows npm is a script for the shell, which wants quotes around all that means something to it.
    const windows = process.platform === 'win32';
    const child = spawn('npm', windows ? args.map(text => (/^[\w.@:/\\-]+$/.test(text) ? text : `"${text}"`)) : args, {
      stdio: ['ignore', 2, 2],
      shell: windows,
    });
    child.on('error', error => {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      reject(new UserError(missing ? 'npm is not there; install it (it comes with Node)' : `npm: ${error.message}`));
    });
    child.on('close', code => {
      if (code === 0) resolve();
      else reject(new UserError(`${what} failed; npm says above why; try again once that is mended`));
    });
  });
}
