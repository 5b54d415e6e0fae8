import {createRequire} from 'node:module';
import type {IPty} from '@lydell/node-pty';
import type {Terminal} from '@xterm/headless';
import {programEnvironment} from './environment.js';

const require = createRequire(import.meta.url);

/** A program in a real pseudo-terminal, its screen read through a terminal emulator. */
export type TerminalSession = {
  /** The screen's lines, without blanks at their ends. */
  lines(): string[];
  /** The whole screen as one text. */
  text(): string;
  press(keys: string): void;
  resize(columns: number, rows: number): void;
  kill(signal: string): void;
  /** Stops reading what the program writes, as a terminal whose connection hangs, and reads it again. */
  hang(): void;
  goOn(): void;
  /** Takes the terminal away, as closing its window does. */
  close(): void;
  /** Resolves when the screen satisfies the condition; rejects, with the screen, after `seconds`. */
  until(what: string, condition: (text: string) => boolean, seconds?: number): Promise<void>;
  /** Resolves with the exit code, and the signal if one ended the program. */
  readonly exited: Promise<{exitCode: number; signal?: number | undefined}>;
  /** Everything that the program has written. */
  readonly output: () => string;
  readonly emulator: Terminal;
  /** The program's process. */
  readonly pid: number;
};

/** The keys that tests press. */
export const keys = {
  left: '\u001B[D',
  right: '\u001B[C',
  up: '\u001B[A',
  down: '\u001B[B',
  pageUp: '\u001B[5~',
  pageDown: '\u001B[6~',
  home: '\u001B[H',
  end: '\u001B[F',
  tab: '\t',
  enter: '\r',
  escape: '\u001B',
  ctrlC: '\u0003',
} as const;

/** Why tests in a pseudo-terminal cannot run here, or false when they can. */
export const pseudoTerminals: string | false =
  process.platform === 'win32' ? 'skipped: pseudo-terminals are tested on Linux and macOS' : false;

/** The programs that run at present. */
const running = new Set<IPty>();

/** Ends what a test that failed has left running, which Node would wait for. */
export function endTerminals(): void {
  for (const pty of running) pty.kill('SIGKILL');
}

/** Starts a command in a pseudo-terminal, in programEnvironment. */
export function openTerminal(
  command: string,
  args: readonly string[],
  {columns = 80, rows = 24, env = {}}: {columns?: number; rows?: number; env?: NodeJS.ProcessEnv} = {},
): TerminalSession {
  const {spawn} = require('@lydell/node-pty') as typeof import('@lydell/node-pty');
  const xterm = require('@xterm/headless') as typeof import('@xterm/headless');
  const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
  const pty: IPty = spawn(command, [...args], {
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    env: programEnvironment(env),
  });
  running.add(pty);
  let output = '';
  let changed = (): void => {};
  pty.onData(data => {
    output += data;
    emulator.write(data, () => changed());
  });
  const exited = new Promise<{exitCode: number; signal?: number | undefined}>(resolve => {
    // The last output is given to the emulator before the exit is told.
    pty.onExit(result => {
      running.delete(pty);
      emulator.write('', () => resolve(result));
    });
  });
  const onChange = (listener: () => void): void => {
    changed = listener;
  };
  const text = (): string => linesOf(emulator).join('\n');
  return {
    lines: () => linesOf(emulator),
    text,
    press: typed => pty.write(typed),
    resize(newColumns, newRows) {
      emulator.resize(newColumns, newRows);
      pty.resize(newColumns, newRows);
    },
    kill: signal => pty.kill(signal),
    hang: () => pty.pause(),
    goOn: () => pty.resume(),
    // The package has it on both systems, but does not declare it.
    close: () => (pty as IPty & {destroy(): void}).destroy(),
    until: (what, condition, seconds = 20) => untilShown({text, onChange}, what, condition, seconds),
    exited,
    output: () => output,
    emulator,
    pid: pty.pid,
  };
}

/** The lines that an emulator shows, without blanks at their ends. */
export function linesOf({buffer: {active}, rows}: Terminal): string[] {
  return Array.from({length: rows}, (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '');
}

/** Resolves when the screen satisfies the condition, now or after a change; rejects, with the screen, after `seconds`. */
function untilShown(
  {text, onChange}: {text: () => string; onChange: (listener: () => void) => void},
  what: string,
  condition: (text: string) => boolean,
  seconds: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(limit);
      onChange(() => {});
      settle();
    };
    const limit = setTimeout(() => {
      finish(() => reject(new Error(`not seen within ${seconds} s: ${what}\n${text()}`)));
    }, seconds * 1000);
    const look = (): void => {
      if (condition(text())) finish(resolve);
    };
    onChange(look);
    look();
  });
}
