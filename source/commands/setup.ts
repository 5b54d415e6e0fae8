import {engineRecord, installableEngines} from '../engines/catalogue.js';
import {checkEngine} from '../engines/check.js';
import {installPackage} from '../engines/install.js';
import {setupFolder} from '../engines/installed.js';
import type {EngineState, Verdict} from '../engines/verdict.js';
import {printable, UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';

/** The states that a new copy of the package can change. */
const curable: readonly EngineState[] = ['absent', 'no-binary', 'unloadable', 'crashed'];

/** `setup ENGINE`: puts the package that carries an engine into the user's data folder, and tries it. */
export async function setup([word]: readonly string[]): Promise<number> {
  const engine = installableEngines.find(name => name === word);
  if (engine === undefined) throw new UserError(`setup: no engine "${word}"`, exitCodes.usage);
  const before = await checkEngine(engine);
  if (!curable.includes(before.state)) {
    tell(before);
    return before.state === 'works' ? exitCodes.done : exitCodes.failed;
  }
  const carrier = engineRecord(engine).package;
  const folder = setupFolder(engine);
  if (carrier === undefined || folder === undefined) {
    throw new UserError('setup: no home folder to put the package into; set HOME, or on Linux XDG_DATA_HOME');
  }
  const more = carrier.downloads === undefined ? '' : `; its install script downloads ${carrier.downloads}`;
  process.stdout.write(
    `Installing ${carrier.name} ${carrier.version}: ${carrier.megabytes} MB${more}.\nInto ${printable(folder)}\n`,
  );
  await installPackage(carrier, folder);
  const after = await checkEngine(engine);
  tell(after);
  return after.state === 'works' ? exitCodes.done : exitCodes.failed;
}

function tell({engine, state, detail, remedy}: Verdict): void {
  const more = remedy === undefined ? '' : `\nto change that: ${remedy}`;
  process.stdout.write(`${engine} ${state}: ${printable(detail)}${more}\n`);
}
