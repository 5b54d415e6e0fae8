import {fileURLToPath} from 'node:url';
import {programPath} from '../helpers/program.js';
import {openTerminal} from '../helpers/terminal.js';
import {percentile} from './percentile.js';

const rounds = 9;

/** Median times from the process's start, in milliseconds. */
export type StartTimes = {
  /** Until the smallest Ink program shows its word. */
  readonly word: number;
  /** Until the dashboard's first frame. */
  readonly frame: number;
  /** Until the dashboard shows the first digit. */
  readonly digit: number;
};

/** Starts both programs in turns. */
export async function measureStart(): Promise<StartTimes> {
  const word = fileURLToPath(new URL('./word.js', import.meta.url));
  const times = {word: [] as number[], frame: [] as number[], digit: [] as number[]};
  for (let round = 0; round < rounds; round++) {
    times.word.push(...(await timeUntil([word], ['word'])));
    const [frame, digit] = await timeUntil([programPath], ['mnist-tui', 'label 7']);
    times.frame.push(frame);
    times.digit.push(digit);
  }
  return {word: percentile(times.word, 0.5), frame: percentile(times.frame, 0.5), digit: percentile(times.digit, 0.5)};
}

async function timeUntil(args: readonly string[], texts: readonly string[]): Promise<number[]> {
  const began = performance.now();
  const terminal = openTerminal(process.execPath, args, {env: {NODE_ENV: 'production'}});
  const times: number[] = [];
  for (const text of texts) {
    await terminal.until(text, screen => screen.includes(text));
    times.push(performance.now() - began);
  }
  terminal.kill('SIGKILL');
  await terminal.exited;
  return times;
}
