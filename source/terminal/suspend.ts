import type {TerminalModes} from './modes.js';

/** How long in milliseconds a process that goes on waits for another signal. */
const patience = 50;

/**
 * Lets the process be stopped by the shell and go on (Ctrl+Z, SIGTSTP, `fg`): the shell gets a sane terminal, and the
 * program comes back whole. After SIGSTOP, which no program hears of, at least coming back is whole. Windows has none of
 * this.
 */
export class Suspension {
  private state: 'running' | 'stopping' | 'ended' = 'running';
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param settled resolves when nothing is on its way from the terminal that the shell would get
   * @param onResume draws everything anew
   */
  constructor(
    private readonly modes: TerminalModes,
    private readonly settled: () => Promise<void>,
    private readonly onResume: () => void,
  ) {
    if (process.platform === 'win32') return;
    process.on('SIGTSTP', this.suspend);
    process.on('SIGCONT', this.resumeSoon);
  }

  /** Gives the terminal back and stops the process; nothing while that is being done. */
  readonly suspend = async (): Promise<void> => {
    if (this.state !== 'running' || process.platform === 'win32') return;
    this.state = 'stopping';
    await this.settled();
    // The user may have asked for the end meanwhile.
    if (this.hasEnded()) return;
    this.modes.close();
    // Node stops reading in the next turn.
    await new Promise(resolve => setImmediate(resolve));
    if (this.hasEnded()) return;
    // The whole group stops, as at any other program: what started this one (npm, a script) waits, too.
    process.off('SIGTSTP', this.suspend);
    process.kill(0, 'SIGTSTP');
    // A group without a shell is not stopped by the system, since nobody could let it go on.
    this.resumeSoon();
  };

  /** Gives the signals their usual meaning again, and says whether the shell has the terminal. */
  end(): boolean {
    const isAway = this.state === 'stopping' && !this.modes.isOpen;
    this.state = 'ended';
    clearTimeout(this.timer);
    process.off('SIGTSTP', this.suspend);
    process.off('SIGCONT', this.resumeSoon);
    return isAway;
  }

  private hasEnded(): boolean {
    return this.state === 'ended';
  }

  /** A shell that ends a stopped process lets it go on, too: then the terminal is not for it. */
  private readonly resumeSoon = (): void => {
    clearTimeout(this.timer);
    const due = performance.now() + patience;
    this.timer = setTimeout(() => {
      // A timer that was stopped with the process is late, and runs before the signals that let it go on are heard.
      if (performance.now() > due + patience) this.resumeSoon();
      else this.resume();
    }, patience);
  };

  private resume(): void {
    if (this.hasEnded()) return;
    if (this.state === 'stopping') process.on('SIGTSTP', this.suspend);
    this.state = 'running';
    // After SIGSTOP nothing has been given back, and the shell has changed what it found.
    this.modes.close();
    this.modes.open();
    // Nobody has told of a new size meanwhile.
    process.kill(process.pid, 'SIGWINCH');
    this.onResume();
  }
}
