import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const require = createRequire(import.meta.url);

/** Where a package is installed, and its version; undefined when it is not. */
export function findPackage(name: string): {folder: string; version: string} | undefined {
  try {
    const file = require.resolve(`${name}/package.json`);
    return {folder: path.dirname(file), version: (require(file) as {version: string}).version};
  } catch {
    return undefined;
  }
}

/** The command that installs an optional package where this program looks for it. */
export function installCommand(name: string, version: string): string {
  return `npm install --prefix ${quoted(installRoot())} --no-save ${name}@${version}`;
}

/** Runs a package's own install script, which needs nobody's approval when a person starts it. */
export function installScript(folder: string): string {
  return `npm run --prefix ${quoted(folder)} install`;
}

/** The folder whose node_modules holds this program; for a clone, the clone. */
function installRoot(): string {
  const own = fileURLToPath(new URL('../../..', import.meta.url));
  const parts = own.split(path.sep);
  const modules = parts.lastIndexOf('node_modules');
  return modules < 0 ? own.replace(/[/\\]$/, '') : parts.slice(0, modules).join(path.sep);
}

const quoted = (text: string): string => (/^[\w@%+=:,./\\-]+$/.test(text) ? text : JSON.stringify(text));
