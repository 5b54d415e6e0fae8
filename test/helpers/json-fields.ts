import type {Fields, Shape} from './json-shape.js';

/** What a run is told. */
export const settings: Fields = {
  epochs: ['whole number', 'most epochs'],
  batchSize: ['whole number', 'images in a batch'],
  learningRate: ['number', "Adam's learning rate"],
  shuffle: ['true or false', 'whether each epoch sees the train images in another order'],
  augment: ['true or false', 'whether each epoch sees the train images changed in another way'],
  earlyStop: ['true or false', 'whether the early stop may end it'],
  hidden: ['whole number', 'hidden units'],
  seed: ['whole number', 'fixes initial weights and shuffles'],
};
/** A part of the dataset. */
export const split: Shape = {oneOf: ['train', 'test']};
/** Something for each digit. */
export const digits = (item: Shape): Shape => ({list: item, length: 10});
/** How large a split is. */
export const sizes: Fields = {
  count: ['whole number', 'images'],
  shape: [{list: 'whole number', length: 3}, 'count, 28, 28'],
};
/** A row of the model summary. */
export const layer: Fields = {
  name: ['text', 'Linear or ReLU'],
  outputs: ['whole number', 'values for one digit'],
  parameters: ['whole number', 'trainable numbers'],
};
/** What tells a line from others of its command. */
export const type = (name: string): readonly [Shape, string] => [{oneOf: [name]}, 'what the line is'];
/** An engine's name. */
export const engine: readonly [Shape, string] = [{oneOf: ['tensorflow', 'webgpu', 'wasm']}, 'what computes'];
