import type {Config} from '../config/options.js';
import type {Dataset} from '../dataset/dataset.js';
import {loadDataset} from '../dataset/load.js';
import {defaultDataPath} from '../dataset/locate.js';
import {exitCodes} from '../exit-codes.js';
import {createStatusLine, type StatusLine} from '../report/status-line.js';
import {sweepLines} from '../report/sweep-report.js';
import {counted} from '../text/format.js';
import {createTheme} from '../text/theme.js';
import type {RunSettings} from '../training/formats/run-info.js';
import {learned} from '../training/learned-dataset.js';
import {checkImages} from '../training/loop.js';
import {longestFirst, shardOf} from '../training/sweep/cost.js';
import {combinationsOf, type Grid, keyOf} from '../training/sweep/grid.js';
import {checkSame, runsByKey} from '../training/sweep/merge.js';
import {type Sweeping, trainAll} from '../training/sweep/pool.js';
import type {Figures, SweepRun} from '../training/sweep/run-line.js';
import {hearSignals} from './signals.js';
import {mergeSweeps} from './sweep-merge.js';
import {SweepOutput} from './sweep-output.js';
import {SweepProgress} from './sweep-progress.js';
import {computing, gridOf, keptRuns} from './sweep-settings.js';

/** `sweep`: trains every combination of some settings, writes each run as it finishes, and compares them. */
export async function sweep(config: Config, files: readonly string[]): Promise<number> {
  if (config.merge) return mergeSweeps(config, files);
  const status = createStatusLine(process.stderr);
  const grid = gridOf(config);
  const kept = await keptRuns(config.resume, files);
  status.show('Loading the dataset');
  const dataset = await loadDataset(config.data ?? defaultDataPath, {scramble: config.scramble});
  const mark = learned(dataset);
  if (kept !== undefined) checkSame(kept, grid, mark);
  const own = ownRuns(config, grid, dataset);
  const computer = await computing(config, what => status.show(what));
  const output = await SweepOutput.open(config, files[0], kept, status);
  const done = runsByKey(kept?.runs ?? []);
  const left = own.filter(settings => !done.has(keyOf(settings)));
  const add = (settings: RunSettings, figures: Figures): void => {
    const run: SweepRun = {...figures, settings, engine: computer.engine, dataset: mark, sweep: grid};
    done.set(keyOf(settings), run);
    output.add(run);
  };
  // Before this there is nothing to keep, and a signal ends the process as it always does.
  const stop = new AbortController();
  const stopHearing = hearSignals(code => stop.abort(code));
  try {
    await trainAll({dataset, ...computer, ...watched(left, dataset.train.count, status, add)}, stop.signal);
  } finally {
    output.close();
    status.clear();
    stopHearing();
  }
  const finished = own.flatMap(settings => done.get(keyOf(settings)) ?? []);
  tell(config, grid, finished, own.length, files[0], stop.signal);
  return exitCodeOf(stop.signal, finished.length === own.length);
}

/** The runs in the order in which they are begun, and what shows how far they are. */
function watched(
  left: readonly RunSettings[],
  trainCount: number,
  status: StatusLine,
  add: Sweeping['onRun'],
): Pick<Sweeping, 'runs' | 'onReady' | 'onEpoch' | 'onRun'> {
  const progress = new SweepProgress(left, trainCount);
  const show = (): void => status.show(progress.text(performance.now()));
  return {
    runs: longestFirst(left, trainCount),
    onReady: () => progress.begin(performance.now()),
    onEpoch(settings) {
      progress.addEpoch(settings);
      show();
    },
    onRun(settings, figures) {
      add(settings, figures);
      progress.addRun(settings);
      show();
    },
  };
}

/** The runs that are trained here: all, or those of one shard. The dataset is checked against them first. */
function ownRuns({shard}: Config, grid: Grid, dataset: Dataset): RunSettings[] {
  const all = combinationsOf(grid);
  for (const settings of all) checkImages(dataset, settings);
  return shard === undefined ? all : shardOf(all, shard, dataset.train.count);
}

/** Prints what came of it, and how to go on where it was stopped; to nobody when the terminal is gone. */
function tell(
  {json, color}: Config,
  grid: Grid,
  runs: readonly SweepRun[],
  all: number,
  file: string | undefined,
  signal: AbortSignal,
): void {
  if (signal.reason === exitCodes.hangUp) return;
  const {unicode} = createTheme(process.stdout, process.env, process.platform, color);
  const lines = json ? [] : sweepLines(runs, grid, unicode);
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  if (runs.length === all) return;
  const where = file === undefined ? '' : `, and kept in ${file}; --resume ${file} goes on`;
  process.stderr.write(`mnist-tui: stopped; ${runs.length} of ${counted(all, 'run')} done${where}\n`);
}

/** A signal that came when all was done has stopped nothing. */
function exitCodeOf(signal: AbortSignal, isDone: boolean): number {
  return signal.aborted && !isDone && typeof signal.reason === 'number' ? signal.reason : exitCodes.done;
}
