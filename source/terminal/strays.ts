import type {WriteStream} from 'node:tty';
import {printable} from '../errors.js';
import {divertWarnings} from '../warnings.js';

/** How many lines are kept for later. */
const most = 50;

/**
 * Catches what others write to the terminal while the dashboard has it: libraries, `console.log`, warnings of Node.
 * @param tell gets each line at once
 * @param repeats whether they are written to standard error when that ends
 * @returns what ends it
 */
export function catchStrays(
  stdout: WriteStream,
  stderr: WriteStream,
  tell: (line: string) => void,
  repeats = true,
): () => void {
  const lines: string[] = [];
  const take = (text: string): void => {
    for (const line of text.split('\n').map(printable)) {
      if (line.trim() === '') continue;
      if (lines.length < most) lines.push(line);
      tell(line);
    }
  };
  // Standard error may be a file, which is written as always.
  const streams = [stdout, stderr].filter(({isTTY}) => isTTY);
  const releases = streams.map(stream => divert(stream, take));
  if (stderr.isTTY) releases.push(divertWarnings(take));
  return () => {
    for (const release of releases) release();
    if (repeats && lines.length > 0) stderr.write(`${lines.join('\n')}\n`);
  };
}

function divert(stream: WriteStream, take: (text: string) => void): () => void {
  const write = stream.write;
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = rest.find(argument => typeof argument === 'function');
    if (done !== undefined) process.nextTick(done);
    return true;
  };
  return () => {
    stream.write = write;
  };
}
