import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {homeIn, programEnvironment} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';
import {percentile} from './percentile.js';
import {raceEpochs} from './race.js';

/** What `train` does one after the other, and the event that ends it. */
const stages = [
  ['Node starts', 'node'],
  ['the command line is read', 'worker'],
  ['the training thread starts, and the place for weights is tried', 'status'],
  ['both splits are read, and their pixels listed', 'train'],
  ['the engine and its first weights are ready', 'opened'],
  ['the run begins', 'start'],
  [`${raceEpochs} epochs`, 'end'],
  ['the threads and Node end', 'exit'],
] as const;

/** A stage, how long it took, and how long it was from the command to its end, in milliseconds. */
export type StageRow = {readonly what: string; readonly took: number; readonly since: number};

const rounds = 9;

/**
 * Where the time of `train` goes. Medians of several runs.
 * @param home as of race; what is found out there at the first start is not part of these
 */
export function measureStages(home: string): StageRow[] {
  const runs = Array.from({length: rounds}, () => timesOfRun(home));
  const ends = stages.map(([, event]) =>
    percentile(
      runs.map(times => times[event]),
      0.5,
    ),
  );
  return stages.map(([what], at) => ({what, took: ends[at] - (ends[at - 1] ?? 0), since: ends[at]}));
}

function timesOfRun(home: string): Record<string, number> {
  const file = path.join(home, 'stages.json');
  const hook = new URL('./stage-hook.js', import.meta.url).href;
  const args = ['--import', hook, programPath, 'train', '--no-early-stop', '--epochs', String(raceEpochs)];
  const env = programEnvironment({...homeIn(home), BENCH_STAGES: file});
  const {status, stderr} = spawnSync(process.execPath, args, {env, encoding: 'utf8'});
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
}
