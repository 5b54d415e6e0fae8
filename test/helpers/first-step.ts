import {digit} from '../../source/dataset/dataset.js';
import {trainStep} from '../../source/network/reference.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {mnist} from './mnist.js';
import {oracleBatchSize, readOracle} from './oracle.js';

type NetworkEvent = Extract<TrainingEvent, {type: 'network'}>;

/** PyTorch's network before and after its first step, with what Adam remembers, as a paused worker tells of them. */
export function firstStep(): [NetworkEvent, NetworkEvent] {
  const {initial, order, weightsAfter} = readOracle();
  const {train} = mnist();
  const batch = [...order.subarray(0, oracleBatchSize)];
  const images = batch.map(index => digit(train, index));
  const labels = batch.map(index => train.labels[index]);
  const {firstMoment, secondMoment} = trainStep(initial, images, labels, 1e-3).state;
  return [
    {type: 'network', run: 1, step: 0, weights: initial.weights, optimiser: initial},
    {type: 'network', run: 1, step: 1, weights: weightsAfter(1), optimiser: {firstMoment, secondMoment}},
  ];
}
