import {availableParallelism} from 'node:os';
import type {Engine} from '../../source/engines/engine.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {surveyAtOnce} from '../../source/network/survey.js';
import type {State} from '../../source/state/state.js';
import {surveyKinds, wantedSurveys} from '../../source/state/surveys.js';
import {evaluate} from '../../source/training/evaluation.js';
import {shuffledIndices} from '../../source/training/loop.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {mnist} from '../helpers/mnist.js';
import {acted, opened, runOptions, shown, started, status, told} from '../helpers/state.js';

const data = mnist();
const [epochs, steps] = [20, 468];
const {batchSize} = runOptions;

/** As many moments as are kept: the early ones, the ends of the epochs, and 35 pauses between them. */
const momentSteps: ReadonlySet<number> = new Set([
  ...[0, 1, 2, 5, 10, 20, 50, 100, 200],
  ...Array.from({length: epochs}, (_, epoch) => (epoch + 1) * steps),
  ...Array.from({length: 35}, (_, pause) => 460 + 260 * pause),
]);

/** A dashboard after 20 epochs on MNIST: 64 moments with their evaluations, every epoch, every loss. */
export async function fullRun(): Promise<State> {
  const engine = await createWasmEngine(availableParallelism());
  await engine.load(data);
  await engine.setState(initialState(128, 1));
  const splits = (['train', 'test'] as const).map(split => ({type: 'split-loaded', split, data: data[split]}) as const);
  let state = told(
    acted(told(shown, ...splits, status, opened), {type: 'train'}),
    ...started(),
    await momentOf(engine, 0),
  );
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = shuffledIndices(data.train.count, 1, epoch);
    for (let [from, to] = [0, 1]; from < steps; to++) {
      const total = (epoch - 1) * steps + to;
      if (!momentSteps.has(total)) continue;
      const losses = await engine.trainSteps(order.subarray(from * batchSize, to * batchSize), runOptions);
      const progress = {type: 'progress', run: 1, epoch, step: to, steps, total, losses, imagesPerSecond: 1e5} as const;
      state = told(state, progress, await momentOf(engine, total));
      from = to;
    }
    state = told(state, await epochOf(engine, epoch));
  }
  state = told(state, {type: 'network', run: 1, step: epochs * steps, weights: await engine.weights()});
  await engine.dispose();
  return surveyed(state);
}

/** The state with all that is found out of many digits for the map. */
function surveyed(state: State): State {
  return wantedSurveys(acted(state, {type: 'view', view: 'map'})).reduce((before, wanted) => {
    const found = surveyAtOnce(wanted.weights, wanted.images, surveyKinds[wanted.kind].keeps);
    return acted(before, {type: 'surveyed', survey: {...wanted, ...found}});
  }, state);
}

async function momentOf(engine: Engine, step: number): Promise<TrainingEvent> {
  const found = evaluate(await engine.scores('test'), data.test, {batchSize, loss: 'mse'});
  return {type: 'moment', run: 1, step, epoch: Math.floor(step / steps), weights: await engine.weights(), found};
}

async function epochOf(engine: Engine, epoch: number): Promise<TrainingEvent> {
  const {lastBatchLoss, meanLoss, accuracy} = evaluate(await engine.scores('test'), data.test, {
    batchSize,
    loss: 'mse',
  });
  const train = {loss: lastBatchLoss, meanTrainLoss: meanLoss};
  return {
    type: 'epoch',
    run: 1,
    epoch,
    ...train,
    testLoss: lastBatchLoss,
    meanTestLoss: meanLoss,
    accuracy,
    seconds: 0.2,
  };
}
