import {parameterCount} from '../network/architecture.js';
import {losses} from '../network/losses.js';
import {evaluationOf} from '../state/evaluations.js';
import {figuresOf} from '../state/figures.js';
import {firstCount, rightAmongFirst} from '../state/first-digits.js';
import {stepsOfEpoch} from '../state/loss-curves.js';
import {openRun, type Run} from '../state/runs.js';
import {trainingOptions} from '../state/session.js';
import type {State} from '../state/state.js';
import {unitShares} from '../state/unit-shares.js';
import {type Confusion, greatestConfusions} from '../text/confusion.js';
import {count, share, shortLoss} from '../text/format.js';
import type {EpochRecord} from '../training/protocol.js';
import {lessonRuns} from './runs.js';

/** What a name in a text stands for, in a state; undefined: it is not known yet. */
export type Fact = (state: State) => string | undefined;

/** A fact of something that may not be there yet. */
const of =
  <Value>(find: (state: State) => Value | undefined, tell: (value: Value) => string | number): Fact =>
  state => {
    const value = find(state);
    return value === undefined ? undefined : String(tell(value));
  };

const run = (state: State): Run => openRun(state.runs);

/** The network after so many steps. */
const momentAt = (state: State, at: number) => run(state).timeline.find(({step}) => step === at);
const lastEpoch = (state: State): EpochRecord | undefined => run(state).history.epochs.at(-1);

/** The epoch after which the most test digits were right. */
export const bestEpoch = (state: State): EpochRecord | undefined =>
  run(state).history.epochs.toSorted((one, other) => other.accuracy - one.accuracy)[0];

/** How many of the first test digits the network reads that has been through so many steps. */
export function firstRight(state: State, step: number): number | undefined {
  const {first} = run(state);
  const weights = momentAt(state, step)?.weights ?? (first?.step === step ? first.weights : undefined);
  return weights && rightAmongFirst(state, weights);
}

/** The label and the answer that are taken for each other most often, and how often. */
const commonestMistake = (state: State): Confusion | undefined =>
  greatestConfusions(evaluationOf(state)?.confusion ?? [], 1)[0];

/** The loss of the network before its first step, on the test split. */
export const lossAtStart = (state: State): number | undefined => momentAt(state, 0)?.found?.meanLoss;

/** What is known of the run that is open. */
export const runFacts = {
  seed: state => String(run(state).seed),
  hidden: state => String(run(state).hidden),
  parameters: state => count(parameterCount(run(state).hidden)),
  firstCount: () => String(firstCount),
  firstAtStart: of(state => firstRight(state, 0), String),
  firstAtTen: of(state => firstRight(state, 10), String),
  accuracy: of(figuresOf, ({accuracy}) => share(accuracy)),
  wrong: of(figuresOf, ({wrong}) => count(wrong)),
  count: of(
    ({session}) => session.data.test,
    data => count(data.count),
  ),
  pairLabel: of(commonestMistake, ({label}) => label),
  pairAnswer: of(commonestMistake, ({answer}) => answer),
  pairCount: of(commonestMistake, ({count: times}) => times),
  guessing: () => losses.mse.guessing.toFixed(2),
  limit: () => String(losses.mse.earlyStop),
  accuracyAtStart: of(
    state => momentAt(state, 0)?.found,
    ({accuracy}) => share(accuracy),
  ),
  lossAtStart: of(lossAtStart, shortLoss),
  batchSize: state => String(trainingOptions(state).batchSize),
  rate: state => String(trainingOptions(state).learningRate),
  usualRate: state => String(state.session.options.learningRate),
  step: of(
    state => run(state).progress?.total ?? run(state).network?.step,
    step => count(step),
  ),
  batchLoss: of(state => run(state).history.batchLosses.at(-1), shortLoss),
  steps: of(stepsOfEpoch, count),
  epoch: of(lastEpoch, ({epoch}) => epoch),
  trainLoss: of(lastEpoch, ({meanTrainLoss}) => shortLoss(meanTrainLoss)),
  testLoss: of(lastEpoch, ({meanTestLoss}) => shortLoss(meanTestLoss)),
  lastTestLoss: of(lastEpoch, ({testLoss}) => shortLoss(testLoss)),
  lastAccuracy: of(lastEpoch, ({accuracy}) => share(accuracy)),
  bestEpoch: of(bestEpoch, ({epoch}) => epoch),
  bestAccuracy: of(bestEpoch, ({accuracy}) => share(accuracy)),
  dead: of(unitShares, ({dead}) => dead),
  off: ({units}) => String(units.off.length),
  highRate: () => String(lessonRuns.tooFast.learningRate),
  fewImages: () => count(lessonRuns.byHeart.trainImages),
  falseLabels: () => String(lessonRuns.byHeart.noiseLabels),
  manyEpochs: () => String(lessonRuns.byHeart.epochs),
} as const satisfies Readonly<Record<string, Fact>>;
