import {variedNames} from '../training/sweep/grid.js';
import type {SweepRun} from '../training/sweep/run-line.js';

const columns = [
  ...variedNames,
  'seed',
  'epochs',
  'accuracy',
  'meanTestLoss',
  'seconds',
  'reason',
  'engine',
  'dataset',
] as const;

/** The first line of a sweep's CSV: the names of its columns. */
export const csvHeader = columns.join(',');

/** A run as a line of CSV; all train images are an empty cell. */
export function csvLine({settings, dataset, ...figures}: SweepRun): string {
  const cells: Partial<Record<(typeof columns)[number], string | number | undefined>> = {
    ...settings,
    ...figures,
    dataset: dataset.name,
  };
  return columns.map(name => quoted(String(cells[name] ?? ''))).join(',');
}

/** A cell with quotes around it where it needs them (RFC 4180). */
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
