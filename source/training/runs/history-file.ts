import {lstat, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from '../../errors.js';
import {exitCodes} from '../../exit-codes.js';
import {encodeHistory, isHistory} from '../formats/history.js';
import type {EpochRecord, TrainingEvent} from '../protocol.js';
import {removeLeftovers, resolveLinks, tryWriting, writeWhole} from './safe-file.js';

const advice = '; choose another place with --history';
/** More than any history has, and room for one. */
const [largest, trial] = [2 ** 24, 10_000];

/** The file that `--history` names. It is written anew after each epoch, so that a run that is killed leaves it whole. */
export class HistoryFile {
  private history: readonly EpochRecord[] = [];
  /** Where what was there before stays; undefined once it does. */
  private previous: string | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** What was told last of why it is not written; undefined once it is. */
  private fault: string | undefined;

  private constructor(
    private readonly file: string,
    private readonly onFault: (message: string) => void,
  ) {
    this.previous = file.replace(/\.\w+$/, '.previous$&');
  }

  /**
   * Finds out that the file can be written, before anything is computed.
   * @param onFault is told in one line that it could not be written later, of the same fault once
   * @throws UserError when it cannot, or holds anything but a run's history (exit code 2)
   */
  static async prepare(named: string, onFault: (message: string) => void): Promise<HistoryFile> {
    const file = await resolveLinks(named);
    const history = new HistoryFile(file, onFault);
    for (const each of [file, history.previous ?? file]) await checkReplaceable(each, each === file ? named : each);
    await tryWriting(file, Buffer.alloc(trial, 1), advice);
    await removeLeftovers(path.dirname(file), path.basename(file));
    return history;
  }

  /** Resolves when what was told so far is written. */
  get written(): Promise<void> {
    return this.writing;
  }

  /** Folds what a training tells: a run that goes on has its earlier epochs, too. */
  add(event: TrainingEvent): void {
    if (event.type === 'opened') this.history = event.resumed?.history ?? [];
    if (event.type === 'epoch') this.history = [...this.history, event];
    if (event.type !== 'epoch' && event.type !== 'end') return;
    const bytes = encodeHistory(this.history, this.file);
    this.writing = this.writing.then(() => this.write(bytes));
  }

  private async write(bytes: Uint8Array): Promise<void> {
    try {
      await writeWhole(this.file, bytes, {keep: this.previous, faultOf: cannotWrite});
      this.previous = undefined;
      this.fault = undefined;
    } catch (error) {
      const fault = messageOf(error);
      if (fault !== this.fault) this.onFault(fault);
      this.fault = fault;
    }
  }
}

const cannotWrite = (file: string, error: unknown): UserError =>
  new UserError(`the history could not be written (${messageOf(error)}): ${file}${advice}`);

/** @throws UserError (exit code 2) unless there is nothing yet, or a history that this program wrote */
async function checkReplaceable(file: string, named: string): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'ENOENT' && (await lstat(file).catch(() => undefined)) === undefined) return;
    throw new UserError(`${named}: cannot be written (${found.message})${advice}`, exitCodes.usage);
  }
  if (!found.isFile()) throw new UserError(`${named}: is no regular file${advice}`, exitCodes.usage);
  if (found.size <= largest && isHistory(await readFile(file, 'utf8').catch(() => ''))) return;
  throw new UserError(`${named}: is there already, and holds no history of a run${advice}`, exitCodes.usage);
}
