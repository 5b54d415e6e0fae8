import type {Config} from '../config/options.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {createStatusLine} from '../report/status-line.js';
import {missingText, sweepLines} from '../report/sweep-report.js';
import {createTheme} from '../text/theme.js';
import {readRuns} from '../training/sweep/line-file.js';
import {together} from '../training/sweep/merge.js';
import {SweepOutput} from './sweep-output.js';

/** What else may be given with --merge. */
const withMerge = ['merge', 'json', 'csv', 'color', 'debug'];

/** `sweep --merge`: the runs in some files together, in the order of the combinations, and which of them are missing. */
export async function mergeSweeps(config: Config, files: readonly string[]): Promise<number> {
  const other = config.given.find(name => !withMerge.includes(name));
  if (other !== undefined) {
    const flag = other.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    throw new UserError(`--merge takes the settings from the files; leave out --${flag}`, exitCodes.usage);
  }
  if (files.length === 0) {
    throw new UserError('sweep: which files? For example: sweep --merge part-1.jsonl part-2.jsonl', exitCodes.usage);
  }
  const {sweep, runs, missing} = together(await Promise.all(files.map(readRuns)));
  const output = await SweepOutput.open(config, undefined, undefined, createStatusLine(process.stderr));
  for (const run of runs) output.add(run);
  output.close();
  const {unicode} = createTheme(process.stdout, process.env, process.platform, config.color);
  if (!config.json) process.stdout.write(`${sweepLines(runs, sweep, unicode).join('\n')}\n`);
  if (missing.length === 0) return exitCodes.done;
  const what = missingText(missing, runs.length + missing.length, sweep);
  throw new UserError(`${what}; train them with sweep --resume, and merge again`);
}
