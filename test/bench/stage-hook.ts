// Loaded before the program (node --import) in its main thread: notes when which event of the training worker arrives,
// and writes that into the file that BENCH_STAGES names.
import {writeFileSync} from 'node:fs';
import {isMainThread, type Worker} from 'node:worker_threads';
import type {TrainingEvent} from '../../source/training/protocol.js';

const file = process.env.BENCH_STAGES;
if (isMainThread && file !== undefined) {
  const times: Record<string, number> = {node: performance.now()};
  process.once('worker', (worker: Worker) => {
    times.worker = performance.now();
    worker.on('message', (event: TrainingEvent) => {
      const name = event.type === 'split-loaded' ? event.split : event.type;
      times[name] ??= performance.now();
    });
  });
  process.on('exit', () => {
    times.exit = performance.now();
    writeFileSync(file, JSON.stringify(times));
  });
}
