import {availableParallelism} from 'node:os';
import type {Config} from '../config/options.js';
import {engineVariable} from '../config/options.js';
import {type EngineName, engineNames, engineRecord} from '../engines/catalogue.js';
import {checkEngine} from '../engines/check.js';
import {automaticChoice, type Verdict} from '../engines/verdict.js';
import {UserError} from '../errors.js';
import {createStatusLine} from '../report/status-line.js';
import {count, enginePlace, percentOf, waitText} from '../text/format.js';
import {failure} from '../training/fault.js';
import {ownOptions, runOptions} from '../training/run-options.js';
import {wishFor, withTraining, workerSettings} from './session.js';

/** How fast one engine trains. */
type Measurement = {
  readonly engine: EngineName;
  readonly device: string;
  /** Threads that computed together, where that can be chosen. */
  readonly threads?: number | undefined;
  /** Seconds of the fastest epoch, its evaluation included. */
  readonly secondsPerEpoch: number;
  readonly imagesPerSecond: number;
};

/** Epochs of one measurement: as many as fit into some seconds, two at least, since the first one warms up. */
const epochs = {least: 2, most: 12, seconds: 4};

/** `bench`: trains on each engine that works here, on each number of threads, and compares. */
export async function bench(config: Config): Promise<number> {
  const status = createStatusLine(process.stderr);
  const verdicts: Verdict[] = [];
  for (const engine of engineNames) {
    status.show(`Trying ${engine} ...`);
    verdicts.push(await checkEngine(engine));
  }
  const works = verdicts.filter(({state}) => state === 'works').map(({engine}) => engine);
  const rows: Measurement[] = [];
  for (const engine of works) {
    for (const threads of engineRecord(engine).threaded ? threadCounts() : [undefined]) {
      rows.push(await measure(config, engine, threads, text => status.show(text)));
      status.clear();
      if (config.json) process.stdout.write(`${JSON.stringify({type: 'engine', ...rows[rows.length - 1]})}\n`);
    }
  }
  status.clear();
  const fastest = rows.reduce((best, row) => (row.secondsPerEpoch < best.secondsPerEpoch ? row : best));
  const automatic = automaticChoice(verdicts);
  if (config.json) {
    const {engine, threads} = fastest;
    process.stdout.write(`${JSON.stringify({type: 'end', fastest: engine, threads, auto: automatic})}\n`);
    return 0;
  }
  process.stdout.write(`${table(rows).join('\n')}\n\n`);
  process.stdout.write(`Fastest: ${name(fastest)}. auto takes ${automatic}${behind(rows, fastest, automatic)}.\n`);
  process.stdout.write(`For another default set ${engineVariable}=${fastest.engine}; for one run give --engine.\n`);
  return 0;
}

/** How much longer the engine that `auto` takes took than the fastest, where that is another. */
function behind(rows: readonly Measurement[], fastest: Measurement, automatic: EngineName): string {
  const taken = rows.find(({engine}) => engine === automatic);
  if (taken === undefined || fastest.engine === automatic) return '';
  return `, where ${fastest.engine} is ${(taken.secondsPerEpoch / fastest.secondsPerEpoch).toFixed(1)} times as fast`;
}

/** One thread, two, four and so on up to what the machine has. */
function threadCounts(): number[] {
  const cores = Math.min(32, availableParallelism());
  return [1, 2, 4, 8, 16, 32, cores]
    .filter((threads, at, all) => threads <= cores && all.indexOf(threads) === at)
    .sort((a, b) => a - b);
}

async function measure(
  config: Config,
  engine: EngineName,
  threads: number | undefined,
  show: (text: string) => void,
): Promise<Measurement> {
  const options = {...ownOptions(runOptions(config), config.given, undefined), epochs: epochs.most, earlyStop: false};
  const settings = {...(await workerSettings({...config, save: false, resume: false})), engine, threads};
  let device = '';
  let images = 0;
  let best = Number.POSITIVE_INFINITY;
  let spent = 0;
  await withTraining(settings, (event, client, done) => {
    switch (event.type) {
      case 'status':
        device = event.engine?.device ?? device;
        if (event.waitsFor !== undefined) show(waitText(event.waitsFor));
        break;
      case 'opened':
        client.send(wishFor(options, true));
        break;
      case 'start':
        images = event.steps * event.batchSize;
        break;
      case 'warning':
        // Of a run that has not gone to its end nothing can be said.
        if (event.what === 'fault') throw failure(event);
        if (event.what === 'engine') throw new UserError(event.message);
        break;
      case 'progress':
        show(`${enginePlace(engine, device, threads)}: epoch ${event.epoch}, ${percentOf(event.step, event.steps)}%`);
        break;
      case 'epoch':
        best = Math.min(best, event.seconds);
        spent += event.seconds;
        if (event.epoch >= epochs.least && spent > epochs.seconds) client.send(wishFor(options, false));
        break;
      case 'end':
        done();
        break;
      default:
        break;
    }
  });
  return {engine, device, threads, secondsPerEpoch: best, imagesPerSecond: images / best};
}

const name = ({engine, device, threads}: Measurement): string => enginePlace(engine, device, threads);

function table(rows: readonly Measurement[]): string[] {
  const slowest = Math.max(...rows.map(({secondsPerEpoch}) => secondsPerEpoch));
  const width = Math.max(...rows.map(row => name(row).length), 6);
  const line = (first: string, ...rest: string[]): string =>
    `${first.padEnd(width)}${rest.map(text => text.padStart(14)).join('')}`;
  return [
    line('engine', 's/epoch', 'images/s', 'times faster'),
    ...rows.map(row =>
      line(
        name(row),
        row.secondsPerEpoch.toFixed(3),
        count(row.imagesPerSecond),
        (slowest / row.secondsPerEpoch).toFixed(1),
      ),
    ),
  ];
}
