import {counted, shortLoss} from '../text/format.js';
import type {RunSettings} from '../training/formats/run-info.js';
import {type Grid, variedIn} from '../training/sweep/grid.js';
import {bestOf, type Group, groupsOf} from '../training/sweep/groups.js';
import type {SweepRun} from '../training/sweep/run-line.js';
import {heatMapLines} from './heat-map.js';
import {settingLabels, settingsText, settingText, tableLines} from './sweep-words.js';

/** A share as a number of percent: 97.31. */
const percent = (share: number): string => (100 * share).toFixed(2);

/** What a sweep came to, for people: a row for each combination, the best in a sentence, and where two settings vary a map. */
export function sweepLines(runs: readonly SweepRun[], grid: Grid, unicode: boolean): string[] {
  const groups = groupsOf(runs);
  if (groups.length === 0) return [];
  const map = heatMapLines(groups, grid, unicode);
  return [...tableOf(groups, grid), '', ...leadLines(groups, grid), ...(map.length === 0 ? [] : ['', ...map])];
}

/** One column of the table: its title, and a group's cell. */
type Column = readonly [title: string, cell: (group: Group) => string];

function tableOf(groups: readonly Group[], grid: Grid): string[] {
  const best = bestOf(groups);
  const settings = variedIn(grid).map((name): Column => {
    return [settingLabels[name], ({first}) => settingText(first.settings, name)];
  });
  const spread: readonly Column[] = [
    ['min to max', ({least, most}) => `${percent(least)} to ${percent(most)}`],
    ['seeds', ({runs}) => String(runs.length)],
  ];
  const diverged: Column = ['diverged', group => (group.diverged === 0 ? '' : String(group.diverged))];
  const columns: readonly Column[] = [
    ...settings,
    ['accuracy %', group => `${percent(group.accuracy)}${best.includes(group) ? '*' : ' '}`],
    ...(groups.some(({runs}) => runs.length > 1) ? spread : []),
    ['test loss', ({meanTestLoss}) => shortLoss(meanTestLoss)],
    ['epochs', ({epochs}) => epochs.toFixed(1).replace('.0', '')],
    ['seconds', ({seconds}) => seconds.toFixed(1)],
    ...(groups.some(group => group.diverged > 0) ? [diverged] : []),
  ];
  return tableLines([columns.map(([title]) => title), ...groups.map(group => columns.map(([, cell]) => cell(group)))]);
}

/** Which combination leads: by 0.3 points at least, since equal runs with other seeds differ by as much. */
function leadLines(groups: readonly Group[], grid: Grid): string[] {
  const [best, ...close] = bestOf(groups);
  const others = groups.filter(group => group !== best);
  if (best === undefined || others.length === 0) return [];
  const name = settingsText(best.first.settings, variedIn(grid));
  if (close.length > 0) {
    const many = `${counted(close.length + 1, 'combination')} (*) are within 0.3 points`;
    return [`None leads: ${many}, which may be luck; the highest is ${name}, ${percent(best.accuracy)} %.`];
  }
  const points = 100 * (best.accuracy - Math.max(...others.map(({accuracy}) => accuracy)));
  return [`${name} leads: ${percent(best.accuracy)} %, ${points.toFixed(1)} points before the next.`];
}

/** Which runs of a sweep are missing, in one line. */
export function missingText(missing: readonly RunSettings[], all: number, grid: Grid): string {
  const named = missing.slice(0, 3).map(settings => {
    return [settingsText(settings, variedIn(grid)), `seed ${settings.seed}`].filter(text => text !== '').join(', ');
  });
  const more = missing.length - named.length;
  const list = `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return `${missing.length} of ${counted(all, 'run')} ${missing.length === 1 ? 'is' : 'are'} missing: ${list}`;
}
