import {activations as functions} from './activations.js';
import {inputSize, outputSize} from './architecture.js';
import type {Weights} from './network-state.js';

/**
 * The hidden values of one digit and its ten scores, as `forward` of reference.ts has them, but without the pixels that
 * have no ink: those are most, and they add nothing.
 * @param image 784 pixels of 0 to 255
 */
export function lookInside(
  {hiddenWeight, hiddenBias, outputWeight, outputBias, activation}: Weights,
  image: Uint8Array,
): {activations: Float64Array; scores: Float64Array} {
  const width = hiddenBias.length;
  const apply = functions[activation].of;
  const inked: number[] = [];
  for (let pixel = 0; pixel < inputSize; pixel++) if (image[pixel] > 0) inked.push(pixel);
  const activations = Float64Array.from(hiddenBias);
  for (let unit = 0; unit < width; unit++) {
    for (const pixel of inked) activations[unit] += hiddenWeight[unit * inputSize + pixel] * (image[pixel] / 255);
    activations[unit] = apply(activations[unit]);
  }
  const scores = Float64Array.from(outputBias);
  for (let digit = 0; digit < outputSize; digit++) {
    for (let unit = 0; unit < width; unit++) scores[digit] += outputWeight[digit * width + unit] * activations[unit];
  }
  return {activations, scores};
}

/** By how much each hidden weight differs from what it was: hidden × 784. */
export function changeOf(now: Float32Array, start: Float32Array): Float32Array {
  const change = new Float32Array(now.length);
  for (let place = 0; place < now.length; place++) change[place] = now[place] - start[place];
  return change;
}

/**
 * The root of the mean square of the values of pixels that are lit.
 * @param values hidden × 784
 * @param lit for each pixel 0 where it does not count
 */
export function rootMeanSquare(values: Float32Array, lit: Uint8Array): number {
  let [squares, count] = [0, 0];
  for (let place = 0; place < values.length; place++) {
    if (lit[place % inputSize] === 0) continue;
    squares += values[place] * values[place];
    count++;
  }
  return Math.sqrt(squares / Math.max(1, count));
}

/**
 * For each of 784 pixels 1 where any of the images has ink, else 0.
 * @param images count × 784 pixels
 */
export function litPixels(images: Uint8Array): Uint8Array {
  const lit = new Uint8Array(inputSize);
  // Only pixels that no image before had ink on are looked at: soon those are few.
  let dark = Array.from({length: inputSize}, (_, pixel) => pixel);
  for (let from = 0; from < images.length && dark.length > 0; from += inputSize) {
    let isNew = false;
    for (const pixel of dark) {
      if (images[from + pixel] === 0) continue;
      lit[pixel] = 1;
      isNew = true;
    }
    if (isNew) dark = dark.filter(pixel => lit[pixel] === 0);
  }
  return lit;
}
