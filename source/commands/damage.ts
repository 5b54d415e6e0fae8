import {on} from 'node:events';
import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Config} from '../config/options.js';
import {allDamages} from '../dataset/augment/damage.js';
import type {SplitData} from '../dataset/dataset.js';
import type {Weights} from '../network/network-state.js';
import {damageLines} from '../report/damage-report.js';
import {createStatusLine} from '../report/status-line.js';
import {createTheme} from '../text/theme.js';
import type {DamageData} from './damage-worker.js';
import {namedSplit, savedNetwork} from './saved-network.js';

/** How long in milliseconds nobody needs to be told how far it is. */
const patience = 500;
/** Digits that are worth a thread of their own, and most threads. */
const most = {digits: 1000, threads: 4};

/** `damage`: how much of the test split the saved network still reads when the digits are damaged. */
export async function damage(config: Config): Promise<number> {
  const named = await namedSplit(config);
  const {count} = named.data;
  const {weights} = await savedNetwork(config, named);
  const status = createStatusLine(process.stderr);
  const {unicode} = createTheme(process.stdout, process.env, process.platform, config.color);
  const began = performance.now();
  let done = 0;
  for await (const right of rightCounts(weights, named.data)) {
    const each = allDamages[done++];
    if (each === undefined) break;
    const accuracy = right / count;
    status.clear();
    const lines = config.json ? [JSON.stringify({...each, accuracy})] : damageLines(each, accuracy, unicode);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (performance.now() - began > patience) status.show(`Damage ${done} of ${allDamages.length}`);
  }
  status.clear();
  return 0;
}

/** For each damage in turn, how many digits the network still reads; threads have a share of the digits each. */
async function* rightCounts(weights: Weights, {images, labels, count}: SplitData): AsyncGenerator<number> {
  const threads = Math.min(availableParallelism(), most.threads, Math.ceil(count / most.digits));
  const workers = Array.from({length: threads}, (_, part) => {
    const range = [Math.floor((part * count) / threads), Math.floor(((part + 1) * count) / threads)] as const;
    const data: DamageData = {weights, images, labels, range};
    return new Worker(new URL('./damage-worker.js', import.meta.url), {workerData: data});
  });
  // What they say waits here until it is asked for; an error of theirs is thrown.
  const told = workers.map(worker => on(worker, 'message'));
  try {
    for (const _ of allDamages) {
      const counts = await Promise.all(told.map(async messages => (await messages.next()).value[0] as number));
      yield counts.reduce((sum, right) => sum + right);
    }
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}
