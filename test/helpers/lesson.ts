import {homeIn} from './environment.js';
import {programPath} from './program.js';
import {openTerminal, type TerminalSession} from './terminal.js';

/** The program in a pseudo-terminal of 80 × 24, with a home of its own or one that it had before. */
export async function openIn(home: string, ...args: string[]): Promise<TerminalSession> {
  const terminal = openTerminal(process.execPath, [programPath, ...args], {env: homeIn(home)});
  await terminal.until('the engine in the header', text => text.includes('  wasm'));
  return terminal;
}

/** The same on the lesson. */
export const openLesson = (home: string, pace = 'full', ...args: string[]): Promise<TerminalSession> =>
  openIn(home, 'lesson', '--no-mouse', '--pace', pace, ...args);
