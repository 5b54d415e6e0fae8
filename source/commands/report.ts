import type {Config} from '../config/options.js';
import {printable, UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {chartFile} from '../report/html/charts.js';
import {reportPage, reportTitle} from '../report/html/page.js';
import type {ReportedRun} from '../report/html/reported-run.js';
import {writeNew} from '../training/runs/new-file.js';
import {reportedRun} from './reported-run.js';

/**
 * `report PATH`: all that is known of a saved run as one HTML file, or its chart alone.
 * @throws UserError when PATH is missing, is there already or cannot be written, or there is no chart
 */
export async function report(config: Config, [path]: readonly string[]): Promise<number> {
  if (path === undefined || path === '') {
    throw new UserError(
      `report: where to? Name a file, such as ${config.svg ? 'chart.svg' : 'run.html'}`,
      exitCodes.usage,
    );
  }
  if (!config.svg && /\.svg$/i.test(path)) {
    throw new UserError(`${path}: a report is HTML; --svg writes the chart alone`, exitCodes.usage);
  }
  const run = await reportedRun(config);
  await writeNew(path, Buffer.from(config.svg ? chartOf(run) : reportPage(run)));
  process.stdout.write(`${config.svg ? 'Chart' : 'Report'} written: ${printable(path)}\n`);
  return exitCodes.done;
}

/** @throws UserError where no epoch is known */
function chartOf(run: ReportedRun): string {
  const history = run.info?.history ?? [];
  if (history.length === 0) throw new UserError(`${run.file}: has no finished epoch, so there is no chart`);
  return chartFile(history, run.epochSteps, reportTitle(run));
}
