import {writeSync} from 'node:fs';
import {signalCodes} from './exit-codes.js';

/** Node 22.15 and later have it. */
type WithExecve = {execve?: (file: string, args: readonly string[]) => never};

/**
 * Ends this process at once, whatever its threads wait for: Node's own ways out wait for a file or a driver, too. A
 * signal's exit code is reached by the signal itself, another by another program in this one's place; where Node cannot
 * do that, or there is no shell, the process is killed.
 * @param reason is written to standard error
 */
export function endByForce(exitCode: number, reason?: string): void {
  if (reason !== undefined) writeSync(2, `mnist-tui: ${reason}; ended by force\n`);
  for (const [signal, code] of Object.entries(signalCodes)) {
    if (code !== exitCode || process.platform === 'win32') continue;
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  const {execve} = process as WithExecve;
  process.removeAllListeners('warning');
  if (process.platform !== 'win32') execve?.('/bin/sh', ['sh', '-c', `exit ${exitCode}`]);
  process.kill(process.pid, 'SIGKILL');
}
