import {open, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {messageOf} from '../../errors.js';
import type {NetworkState} from '../../network/network-state.js';
import {checkpointPieces, momentPart} from '../formats/checkpoint.js';
import type {RunInfo} from '../formats/run-info.js';
import type {ZipPart} from '../formats/stored-zip.js';
import type {KeptMoment} from '../kept-moments.js';
import {checkReplaceable, type SavePlace} from './place.js';
import {nextTime, runFileName} from './run-files.js';
import {removeOldRuns} from './run-list.js';
import {isSameContent, markOf, notSaved, writeWhole} from './safe-file.js';

/** How long the beginnings of two saves within a run are apart at least, in milliseconds. */
const pause = 1000;

/** Saves a run while it goes on and when it ends. One save is written at a time. */
export class RunSaver {
  /** The file of the run, once it has one. */
  private file: string | undefined;
  /** Whether that file holds this run: what was there before is kept until then. */
  private isWritten = false;
  /** Whether it has left a file to another program. */
  private hasLeft = false;
  /** What the file was like after the latest save. */
  private mark: string | undefined;
  private lastSave = Number.NEGATIVE_INFINITY;
  private writing: Promise<void> = Promise.resolve();
  private isWriting = false;
  /** What the first save of this run put its file in place of. */
  private before: 'nothing' | 'weights' | undefined;
  /** The file that has this run, and after how many steps. */
  private kept: {readonly file: string; readonly step: number} | undefined;
  /** What was told last of why it is not saved; undefined once it is. */
  private fault: string | undefined;
  /** What moments are in a file, which they do not change in. */
  private readonly parts = new WeakMap<KeptMoment, ZipPart>();

  /** Resolves when what was asked for so far is written. */
  get written(): Promise<void> {
    return this.writing;
  }

  /**
   * @param place undefined: nothing is saved
   * @param onFault is told in one line why a save failed, of the same fault once
   * @param onMended is told where it is saved after that
   * @param former saved the run before this one: in a file for all of them, what was there at first stays beside it
   */
  constructor(
    private readonly place: SavePlace | undefined,
    private readonly onFault: (message: string) => void,
    private readonly onMended: (file: string) => void = () => undefined,
    former?: RunSaver,
  ) {
    if (place === undefined || 'folder' in place || former === undefined) return;
    this.isWritten = former.isWritten;
    this.file = former.file;
    this.mark = former.mark;
    this.hasLeft = former.hasLeft;
  }

  /** The file that has the run as it was after so many steps. */
  keptAt(step: number): string | undefined {
    return this.kept?.step === step ? this.kept.file : undefined;
  }

  /**
   * A saved run goes on after so many steps: in the folder of all runs it stays in its own file.
   * @param mark what the file was like when it was read
   */
  goOnIn(file: string, step: number, mark: string | undefined): void {
    this.kept = {file, step};
    const {place} = this;
    if (place === undefined || ('file' in place && (this.file ?? place.file) !== file)) return;
    this.file = file;
    this.mark = mark;
    if ('folder' in place) this.isWritten = true;
  }

  /** Whether saveSoon would save: not within a second of the last save, nor before that is written. */
  get isDue(): boolean {
    return this.place !== undefined && !this.isWriting && performance.now() - this.lastSave >= pause;
  }

  /** Saves a run in the background, where that is due. */
  saveSoon(state: NetworkState, info: RunInfo, moments: readonly KeptMoment[] = []): void {
    if (!this.isDue) return;
    this.lastSave = performance.now();
    this.isWriting = true;
    this.writing = this.write(state, info, moments).then(() => {
      this.isWriting = false;
    });
  }

  /** Saves a run now; returns where, or undefined when that failed or nothing is to be saved. */
  async save(state: NetworkState, info: RunInfo, moments: readonly KeptMoment[] = []): Promise<string | undefined> {
    if (this.place === undefined) return undefined;
    await this.writing;
    this.fault = undefined;
    return this.write(state, info, moments);
  }

  private async write(state: NetworkState, info: RunInfo, moments: readonly KeptMoment[]): Promise<string | undefined> {
    const {place} = this;
    if (place === undefined) return undefined;
    try {
      await this.leaveToOthers();
      this.file ??= 'file' in place && !this.hasLeft ? place.file : await this.reserve(place, info);
      const named = 'file' in place && this.file === place.file ? place : undefined;
      // Somebody may have put another file there meanwhile, or have made it read-only.
      if (named !== undefined && (this.mark === undefined || (await markOf(this.file)) !== this.mark))
        await checkReplaceable(this.file, this.file);
      const previous = this.isWritten ? undefined : named?.previous;
      const pieces = checkpointPieces(state, info, moments, moment => this.partOf(moment));
      const before = named === undefined || (await markOf(this.file)) === undefined ? 'nothing' : 'weights';
      const unless = (): Promise<boolean> => this.isOthers();
      // Another program has saved in it just now: it is left to that one.
      if (!(await writeWhole(this.file, pieces, {keep: previous, unless}))) return this.write(state, info, moments);
      if (!this.isWritten) this.before = before;
      this.isWritten = true;
      this.mark = await markOf(this.file);
      this.kept = {file: this.file, step: state.step};
      if (this.fault !== undefined) this.onMended(this.file);
      this.fault = undefined;
      return this.file;
    } catch (error) {
      const fault = messageOf(error);
      if (fault !== this.fault) this.onFault(fault);
      this.fault = fault;
      return undefined;
    }
  }

  /** Takes back what was saved of a run that has gone back to its initial weights: what was there before is there again. */
  async withdraw(): Promise<undefined> {
    const {place, file} = this;
    await this.writing;
    if (place === undefined || file === undefined || this.before === undefined) return undefined;
    if ((await markOf(file)) !== this.mark) return undefined;
    try {
      if (this.before === 'weights' && 'file' in place) await rename(place.previous, file);
      else await rm(file, {force: true});
      this.isWritten = false;
      this.kept = undefined;
      this.before = undefined;
      this.mark = undefined;
      this.file = undefined;
    } catch (error) {
      this.onFault(messageOf(notSaved(file, error)));
    }
    return undefined;
  }

  private partOf(moment: KeptMoment): ZipPart {
    const part = this.parts.get(moment) ?? momentPart(moment);
    this.parts.set(moment, part);
    return part;
  }

  /** Leaves its file where another program has saved in it since: what that saved stays. */
  private async leaveToOthers(): Promise<void> {
    const {file, place} = this;
    if (file === undefined || !(await this.isOthers())) return;
    if (place !== undefined && 'file' in place) await checkReplaceable(file, file);
    this.onFault(`${file}: was saved by another program, too; this run goes on in a file of its own`);
    this.hasLeft = true;
    this.file = undefined;
    this.isWritten = false;
    this.mark = undefined;
  }

  /** Whether another program has saved in this run's file since this one did, or read it. */
  private async isOthers(): Promise<boolean> {
    const {file, mark} = this;
    if (file === undefined || mark === undefined) return false;
    const now = await markOf(file);
    return now !== undefined && !isSameContent(now, mark);
  }

  /** Takes a file's name that no other run has: in the folder of all runs, or beside the file that was named. */
  private async reserve(place: SavePlace, {dataset, settings}: RunInfo): Promise<string> {
    const isNamed = 'file' in place;
    const first = isNamed
      ? place.file
      : path.join(place.folder, runFileName(dataset.name, await nextTime(place.folder), settings.seed));
    for (let copy = isNamed ? 2 : 1; ; copy++) {
      const file = copy === 1 ? first : `${first.replace(/\.npz$/i, '')}-${copy}.npz`;
      try {
        await (await open(file, 'wx')).close();
        if (!isNamed) await removeOldRuns(file).catch(() => undefined);
        return file;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notSaved(file, error);
      }
    }
  }
}
