/** What gives the terminal back to the shell, and what takes it again. */
export type Modes = {
  /** Resolves when nothing is on its way from the terminal that the shell would get. */
  settled(): Promise<void>;
  leave(): void;
  enter(): void;
};

/**
 * Lets the process be stopped by the shell and go on (Ctrl+Z, SIGTSTP, `fg`): the shell gets a sane terminal, and the
 * program comes back whole. After SIGSTOP, which no program hears of, at least coming back is whole.
 * @returns `suspend` stops the process now; `end` gives the signals their usual meaning again
 */
export function suspendable({settled, leave, enter}: Modes): {suspend(): void; end(): void} {
  let hasEnded = false;
  const suspend = async (): Promise<void> => {
    await settled();
    if (hasEnded) return;
    leave();
    process.kill(process.pid, 'SIGSTOP');
  };
  // Windows has neither of the signals.
  if (process.platform === 'win32') return {suspend() {}, end() {}};
  process.on('SIGTSTP', suspend);
  process.on('SIGCONT', enter);
  return {
    suspend,
    end() {
      hasEnded = true;
      process.off('SIGTSTP', suspend);
      process.off('SIGCONT', enter);
    },
  };
}
