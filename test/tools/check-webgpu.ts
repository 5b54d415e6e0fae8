import {openGpu} from '../../source/engines/webgpu/adapter.js';
import {WebgpuEngine} from '../../source/engines/webgpu/webgpu-engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {seededRandom} from '../../source/network/random.js';
import {tutorialMethod} from '../../source/network/reference.js';
import {answersOf} from '../helpers/answers.js';
import {mnist} from '../helpers/mnist.js';
import {largestDifference, largestWeightDifference, oracleBatchSize, readOracle} from '../helpers/oracle.js';
import {batchSize, follow, methodCases, tolerances} from '../helpers/pytorch-methods.js';

// Checks the webgpu engine on whatever adapter is there: `node dist/test/tools/check-webgpu.js [epochs]`. Prints the
// adapter, how far the engine is from PyTorch, with the tutorial's settings and all others, and its times; exits with 1
// when it is out of tolerance.

const dataset = mnist();
const options = {...tutorialMethod, batchSize: oracleBatchSize, learningRate: 1e-3};
const batches = Math.floor(dataset.train.count / oracleBatchSize);
let failed = false;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a difference and whether it is within its tolerance. */
function within(what: string, difference: number, tolerance: number): void {
  const right = difference < tolerance;
  failed ||= !right;
  say(`${right ? 'ok  ' : 'FAIL'} ${what}: ${difference.toExponential(2)} (at most ${tolerance})`);
}

async function checkOracle(engine: WebgpuEngine): Promise<void> {
  const oracle = readOracle();
  await engine.setState(oracle.initial);
  const losses = new Float32Array(oracle.batchLoss.length);
  let done = 0;
  for (const [step, tolerance] of [
    [1, 1e-6],
    [10, 1e-5],
    [100, 1e-5],
    [468, 1e-3],
  ] as const) {
    const order = oracle.order.subarray(done * oracleBatchSize, step * oracleBatchSize);
    losses.set(await engine.trainSteps(order, options), done);
    const {weights} = await engine.getState();
    within(`weights after step ${step}`, largestWeightDifference(weights, oracle.weightsAfter(step)), tolerance);
    done = step;
  }
  within('losses of all steps', largestDifference(losses, oracle.batchLoss), 1e-5);
  const scores = await engine.scores('test');
  within('test scores', largestDifference(scores, oracle.testScores), 1e-4);
  within('test accuracy', Math.abs(accuracy(scores) - oracle.testAccuracy), 1e-3);
}

/** Every loss, optimiser and activation, and how long a step takes with it. */
async function checkMethods(engine: WebgpuEngine): Promise<void> {
  const order = Uint32Array.from({length: 100 * batchSize}, (_, place) => place);
  for (const method of methodCases()) {
    const {loss, weight} = await follow(engine, method);
    const most = tolerances(method);
    within(`losses with ${method.name}`, loss, most.loss);
    within(`weights with ${method.name}`, weight ?? Number.NaN, most.weight);
    const begin = performance.now();
    await engine.trainSteps(order, {...method, batchSize});
    say(`     a step: ${((performance.now() - begin) * 10).toFixed(0)} µs`);
  }
}

function accuracy(scores: Float32Array): number {
  const {labels, count} = dataset.test;
  return answersOf(scores).filter((answer, image) => answer === labels[image]).length / count;
}

/** All train indices in an order of their own for each epoch, the last partial batch dropped. */
function shuffled(epoch: number): Uint32Array {
  const random = seededRandom(1, epoch);
  const order = Uint32Array.from({length: dataset.train.count}, (_, index) => index);
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order.subarray(0, batches * oracleBatchSize);
}

async function timeEpochs(engine: WebgpuEngine, epochs: number): Promise<void> {
  const orders = Array.from({length: epochs}, (_, epoch) => shuffled(epoch + 1));
  await engine.setState(initialState(128, 1));
  const times = {host: [] as number[], train: [] as number[], score: [] as number[]};
  const processorBefore = process.cpuUsage();
  const started = performance.now();
  let scores = new Float32Array();
  for (const order of orders) {
    const begin = performance.now();
    const call = engine.trainSteps(order, options);
    times.host.push(performance.now() - begin);
    await call;
    times.train.push(performance.now() - begin);
    scores = Float32Array.from(await engine.scores('test'));
    times.score.push(performance.now() - begin - times.train[times.train.length - 1]);
  }
  const seconds = (performance.now() - started) / 1000;
  const {user, system} = process.cpuUsage(processorBefore);
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];
  say(`${epochs} epochs with evaluation: ${seconds.toFixed(3)} s, processor ${((user + system) / 1e6).toFixed(3)} s`);
  say(`an epoch (median): train ${median(times.train).toFixed(2)} ms, scores ${median(times.score).toFixed(2)} ms`);
  say(`host time of a step (median): ${((median(times.host) / batches) * 1000).toFixed(1)} µs`);
  say(`test accuracy at the end: ${(accuracy(scores) * 100).toFixed(2)} %`);
}

const gpu = await openGpu();
const {vendor, architecture, device, description} = gpu.device.adapterInfo;
say(`device: ${gpu.label}`);
say(`adapter: vendor ${vendor}, architecture ${architecture}, device ${device}, description ${description}`);
for (const name of [
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupStorageSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
] as const) {
  say(`limit: ${name} ${gpu.device.limits[name]}`);
}
const engine = new WebgpuEngine(gpu);
const begin = performance.now();
await engine.load(dataset);
say(`load: ${(performance.now() - begin).toFixed(0)} ms`);
await checkOracle(engine);
await timeEpochs(engine, Number(process.argv[2] ?? 20));
await checkMethods(engine);
await engine.dispose();
process.exitCode = failed ? 1 : 0;
