import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Config} from '../config/options.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import type {StatusLine} from '../report/status-line.js';
import {csvHeader, csvLine} from '../report/sweep-csv.js';
import {type FileOfRuns, LineFile} from '../training/sweep/line-file.js';
import {encodeRun, type SweepRun} from '../training/sweep/run-line.js';

/** Where the runs of a sweep go as they finish: to a file of lines, to a CSV, and with --json to standard output. */
export class SweepOutput {
  private constructor(
    private readonly json: boolean,
    private readonly lines: LineFile | undefined,
    private readonly csv: LineFile | undefined,
    private readonly status: StatusLine,
  ) {}

  /**
   * Opens the files. Those runs that a file of lines has already are written to the others as well.
   * @param kept a file of runs that the sweep goes on with
   * @throws UserError where a file cannot be written, or holds anything else
   */
  static async open(
    {json, csv}: Pick<Config, 'json' | 'csv'>,
    file: string | undefined,
    kept: FileOfRuns | undefined,
    status: StatusLine,
  ): Promise<SweepOutput> {
    // Both are looked at before one of them is touched.
    if (csv !== undefined) await checkCsv(csv, file);
    const lines = file === undefined ? undefined : LineFile.open(file, kept?.whole ?? 'new');
    const table = csv === undefined ? undefined : LineFile.open(csv, 0);
    table?.add(csvHeader);
    const output = new SweepOutput(json, lines, table, status);
    for (const run of kept?.runs ?? []) output.tell(run);
    return output;
  }

  /** Writes a run that has finished. */
  add(run: SweepRun): void {
    this.lines?.add(encodeRun(run));
    this.tell(run);
  }

  private tell(run: SweepRun): void {
    this.csv?.add(csvLine(run));
    if (!this.json) return;
    this.status.clear();
    process.stdout.write(`${encodeRun(run)}\n`);
  }

  close(): void {
    this.lines?.close();
    this.csv?.close();
  }
}

/** A CSV that a sweep has written is replaced, another file is not. */
async function checkCsv(csv: string, file: string | undefined): Promise<void> {
  if (file !== undefined && path.resolve(file) === path.resolve(csv)) {
    throw new UserError(`${file}: cannot have both lines and CSV; name another file by --csv`, exitCodes.usage);
  }
  if (existsSync(csv) && !(await readFile(csv, 'utf8').catch(() => '')).startsWith(csvHeader)) {
    throw new UserError(`${csv}: is there already, and no CSV that sweep has written; name another file by --csv`);
  }
}
