import {availableParallelism} from 'node:os';
import {engineNames, engineRecord} from '../engines/catalogue.js';
import {findPackage} from '../engines/installed.js';
import {programVersion} from '../program.js';
import {counted} from '../text/format.js';

/** `--version`: the number alone. */
export function versionNumber(): number {
  process.stdout.write(`${programVersion}\n`);
  return 0;
}

/** `version`: what a report of a fault needs to say, in four lines. Nothing is tried: that is doctor's part. */
export function version(): number {
  const engines = engineNames.map(name => {
    if (engineRecord(name).package === undefined) return `${name} built in`;
    return `${name} ${findPackage(name)?.version ?? 'not installed'}`;
  });
  const lines = [
    `mnist-tui ${programVersion}`,
    `Node ${process.versions.node}`,
    `${process.platform} ${process.arch}, ${counted(availableParallelism(), 'core')}`,
    `engines: ${engines.join(', ')}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
