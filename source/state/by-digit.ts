import type {Weights} from '../network/network-state.js';

/** Whether two images are the same place in memory: what lies there never changes. */
export const isSameImage = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one?.buffer === other.buffer && one.byteOffset === other.byteOffset;

/** A function of a network and a digit that keeps, for each network, what it came to last. */
export function keptByDigit<Value>(
  find: (weights: Weights, pixels: Uint8Array) => Value,
): (weights: Weights, pixels: Uint8Array) => Value {
  const known = new WeakMap<Weights, {readonly pixels: Uint8Array; readonly value: Value}>();
  return (weights, pixels) => {
    const last = known.get(weights);
    if (last !== undefined && isSameImage(last.pixels, pixels)) return last.value;
    const value = find(weights, pixels);
    known.set(weights, {pixels, value});
    return value;
  };
}
