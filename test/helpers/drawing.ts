import type {Action} from '../../source/state/actions.js';
import {mnist} from './mnist.js';
import {acted, network, shown, status, told} from './state.js';

const {train, test} = mnist();
/** The pixels of a test digit. */
export const image = (index: number): number[] => [...test.images.subarray(index * 784, (index + 1) * 784)];
/** A dashboard with MNIST and a network that answers 4. */
export const ready = told(
  shown,
  {type: 'split-loaded', split: 'train', data: train},
  {type: 'split-loaded', split: 'test', data: test},
  status,
  network(4),
);
/** The same with an empty canvas. */
export const canvas = acted(ready, {type: 'view', view: 'draw'});
/** A stroke of the mouse to a point. */
export const stroke = (x: number, y: number, begins: boolean, erases = false): Action => ({
  type: 'stroke',
  to: {x, y},
  erases,
  begins,
});
