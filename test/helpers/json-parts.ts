import type {Shape} from './json-shape.js';

/** Parts that lines of several kinds have: the two splits, ten of something, the type of a line, the engines. */
export const split: Shape = {oneOf: ['train', 'test']};
export const digits = (item: Shape): Shape => ({list: item, length: 10});
export const type = (name: string): readonly [Shape, string] => [{oneOf: [name]}, 'what the line is'];
export const engine: readonly [Shape, string] = [{oneOf: ['tensorflow', 'webgpu', 'wasm']}, 'what computes'];
