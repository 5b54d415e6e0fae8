import type {Shape} from './json-shape.js';

/** Which split a digit is from. */
export const split: Shape = {oneOf: ['train', 'test']};
/** A list with one of something for each of the ten digits. */
export const digits = (item: Shape): Shape => ({list: item, length: 10});
/** What tells the kinds of lines of a command apart. */
export const type = (name: string): readonly [Shape, string] => [{oneOf: [name]}, 'what the line is'];
/** What computes. */
export const engine: readonly [Shape, string] = [{oneOf: ['tensorflow', 'webgpu', 'wasm']}, 'what computes'];
