import {closeSync, ftruncateSync, openSync, writeSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {messageOf, UserError} from '../../errors.js';
import {decodeRun, lineStart, notARun, type SweepRun} from './run-line.js';

/** What a file of runs has. */
export type FileOfRuns = {
  readonly file: string;
  readonly runs: readonly SweepRun[];
  /** Its bytes up to the end of the last whole line: what comes after is half a line, of a sweep that was killed. */
  readonly whole: number;
};

/**
 * Reads a file of runs. Half a line at its end is passed over.
 * @throws UserError where it cannot be read, or has another line
 */
export async function readRuns(file: string): Promise<FileOfRuns> {
  const bytes = await readFile(file).catch(error => {
    throw new UserError(`${file}: cannot be read (${messageOf(error)}); name a file that sweep has written`);
  });
  const whole = bytes.lastIndexOf('\n') + 1;
  const runs: SweepRun[] = [];
  const lines = bytes.toString('utf8', 0, whole).split('\n');
  for (const [place, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const run = decodeRun(line);
    if (run === undefined) throw notARun(file, place + 1);
    runs.push(run);
  }
  const rest = bytes.toString('utf8', whole);
  if (!rest.startsWith(lineStart.slice(0, rest.length))) throw notARun(file, lines.length);
  return {file, runs, whole};
}

/** A file that grows by a line at a time, each of them written before the next thing is done. */
export class LineFile {
  private constructor(
    private readonly file: string,
    private readonly handle: number,
  ) {}

  /**
   * Opens a file for writing.
   * @param how `new`: it must not be there yet; or after how many of its bytes it goes on
   * @throws UserError
   */
  static open(file: string, how: 'new' | number): LineFile {
    try {
      const handle = openSync(file, how === 'new' ? 'ax' : 'a');
      if (how !== 'new') ftruncateSync(handle, how);
      return new LineFile(file, handle);
    } catch (error) {
      throw cannotWrite(file, error);
    }
  }

  /** @throws UserError where it cannot be written, such as on a disk that is full */
  add(line: string): void {
    try {
      writeSync(this.handle, `${line}\n`);
    } catch (error) {
      throw cannotWrite(this.file, error);
    }
  }

  close(): void {
    closeSync(this.handle);
  }
}

function cannotWrite(file: string, error: unknown): UserError {
  const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
  if (exists) return new UserError(`${file}: is there already; go on with it by --resume, or name another file`);
  return new UserError(`${file}: cannot be written (${messageOf(error)}); name another file`);
}
