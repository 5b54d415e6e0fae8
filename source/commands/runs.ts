import type {Config} from '../config/options.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {runLines, runObject, runSummaryLines, runTableLines} from '../report/runs-report.js';
import {findRun, findRunFile, listRuns, removeRun, setStar} from '../training/runs/run-list.js';
import {printLines} from './print-lines.js';

/**
 * `runs`: the runs that are saved; `runs show|star|unstar|remove NAME…` is about some of them.
 * @throws UserError when there is no run of a name, or nothing is named
 */
export async function runs({json}: Config, [action, ...names]: readonly string[]): Promise<number> {
  if (action === undefined) {
    const all = await listRuns(line => process.stderr.write(`mnist-tui: ${line}\n`));
    printLines(json ? all.map(run => JSON.stringify(runObject(run))) : runTableLines(all));
    return exitCodes.done;
  }
  if (names.length === 0) {
    throw new UserError(`runs ${action}: which one? Give its name; runs alone lists all`, exitCodes.usage);
  }
  // All are found before one is touched.
  if (action === 'show') {
    for (const run of await Promise.all(names.map(findRun))) {
      printLines(json ? [JSON.stringify(runLines(run))] : runSummaryLines(run));
    }
    return exitCodes.done;
  }
  for (const run of await Promise.all(names.map(findRunFile))) {
    if (action === 'remove') await removeRun(run);
    else await setStar(run, action === 'star');
    printLines([json ? JSON.stringify({name: run.name, done: action}) : `${done[action]} ${run.name}`]);
  }
  return exitCodes.done;
}

const done: Readonly<Record<string, string>> = {star: 'Starred:', unstar: 'No star any more:', remove: 'Removed:'};
