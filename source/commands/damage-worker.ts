// Damages some of the test digits in every way, and says after each how many of them the network still reads.
import {parentPort, workerData} from 'node:worker_threads';
import {Changer} from '../dataset/augment/changer.js';
import {allDamages, damaged, isNone} from '../dataset/augment/damage.js';
import {inputSize, outputSize} from '../network/architecture.js';
import type {Weights} from '../network/network-state.js';
import {surveyAtOnce} from '../network/survey.js';
import {answerOf} from '../training/evaluation.js';

/** What the thread is started with: the network, the whole split, and which of its digits it is to damage. */
export type DamageData = {
  readonly weights: Weights;
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly range: readonly [first: number, end: number];
};

const {weights, images, labels, range} = workerData as DamageData;
const [first, end] = range;

/** How many digits get their label. */
function rightOf(all: Uint8Array): number {
  const {scores} = surveyAtOnce(weights, all.subarray(first * inputSize, end * inputSize));
  const own = labels.subarray(first, end);
  return own.filter((label, place) => answerOf(scores, place * outputSize) === label).length;
}

const changer = await Changer.create();
const undamaged = rightOf(images);
for (const damage of allDamages) {
  parentPort?.postMessage(isNone(damage) ? undamaged : rightOf(damaged(changer, images, damage, range)));
}
