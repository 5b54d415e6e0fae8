import {setTimeout as sleep} from 'node:timers/promises';
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads';
import {createWebgpuEngine, type WebgpuEngine} from '../../source/engines/webgpu/webgpu-engine.js';
import {messageOf} from '../../source/errors.js';
import {initialState} from '../../source/network/initial-state.js';
import {tutorialMethod} from '../../source/network/reference.js';
import {noiseDataset, randomOrder} from './mnist.js';

// A process whose start and end the tests watch: `node webgpu-child.js <role> [milliseconds]`. It writes `end` when it
// begins to end, and its exit code is 7 when all went as it should.

const dataset = noiseDataset(1000, 10, 1);

async function started(): Promise<WebgpuEngine> {
  const engine = await createWebgpuEngine();
  await engine.load(dataset);
  await engine.setState(initialState(128, 1));
  return engine;
}

const train = (engine: WebgpuEngine, steps: number): Promise<Float32Array> =>
  engine.trainSteps(randomOrder(steps * 128, dataset.train.count, 1), {
    ...tutorialMethod,
    batchSize: 128,
    learningRate: 1e-3,
  });

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function end(): void {
  process.exitCode = 7;
  say('end');
}

/** The worker of the roles that end it while it trains. */
async function work(steps: number): Promise<void> {
  let stopped = false;
  parentPort?.once('message', () => {
    stopped = true;
  });
  const engine = await started();
  for (let call = 0; !stopped; call++) {
    await train(engine, steps);
    if (call === 0) parentPort?.postMessage('trained');
  }
  await engine.dispose();
}

const roles: Record<string, (milliseconds: number) => Promise<void>> = {
  /** Trains, disposes the engine and leaves the rest to Node. */
  async dispose() {
    const engine = await started();
    await train(engine, 2);
    end();
    await engine.dispose();
  },
  /** Trains and forgets to dispose the engine. */
  async forget() {
    await train(await started(), 2);
    end();
  },
  /** Exits in the middle of a call. */
  async exit() {
    const call = train(await started(), 10);
    await sleep(50);
    end();
    process.exit();
    await call;
  },
  /** Reports the processor time, in milliseconds, that an idle engine took in a second. */
  async idle() {
    const engine = await started();
    await train(engine, 2);
    const before = process.cpuUsage();
    await sleep(1000);
    const {user, system} = process.cpuUsage(before);
    say(`idle ${(user + system) / 1000}`);
    end();
    await engine.dispose();
  },
  /** Says what is wrong where there is no GPU. */
  async refused() {
    say(await createWebgpuEngine().then(() => 'no error', messageOf));
    end();
  },
  /** Asks a training worker to stop, at any time from its start on. */
  async stop(milliseconds) {
    const worker = new Worker(new URL(import.meta.url), {workerData: 2});
    await sleep(milliseconds);
    end();
    worker.postMessage('stop');
  },
  /** Terminates a worker that waits for a long call. */
  async terminate(milliseconds) {
    const worker = new Worker(new URL(import.meta.url), {workerData: 20});
    await new Promise(resolve => worker.once('message', resolve));
    await sleep(milliseconds);
    end();
    await worker.terminate();
  },
};

if (isMainThread) await roles[process.argv[2]](Number(process.argv[3] ?? 0));
else await work(workerData);
