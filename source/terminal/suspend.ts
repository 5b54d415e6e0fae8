import type {TerminalModes} from './modes.js';

/**
 * Lets the process be stopped by the shell and go on (Ctrl+Z, SIGTSTP, `fg`): the shell gets a sane terminal, and the
 * program comes back whole. After SIGSTOP, which no program hears of, at least coming back is whole.
 * @param settled resolves when nothing is on its way from the terminal that the shell would get
 * @param onResume draws everything anew
 * @returns `suspend` stops the process now; `end` gives the signals their usual meaning again
 */
export function suspendable(
  modes: TerminalModes,
  settled: () => Promise<void>,
  onResume: () => void,
): {suspend(): void; end(): void} {
  // Windows has neither of the signals.
  if (process.platform === 'win32') return {suspend() {}, end() {}};
  let hasEnded = false;
  const suspend = async (): Promise<void> => {
    await settled();
    if (hasEnded) return;
    modes.close();
    process.kill(process.pid, 'SIGSTOP');
  };
  const resume = (): void => {
    // After SIGSTOP nothing has been given back, and the shell has changed what it found.
    modes.close();
    modes.open();
    onResume();
  };
  process.on('SIGTSTP', suspend);
  process.on('SIGCONT', resume);
  return {
    suspend,
    end() {
      hasEnded = true;
      process.off('SIGTSTP', suspend);
      process.off('SIGCONT', resume);
    },
  };
}
