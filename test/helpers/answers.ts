import {outputSize} from '../../source/network/architecture.js';

/** The answer for each image: the index of its largest score. */
export function answersOf(scores: Float32Array): Uint8Array {
  return Uint8Array.from({length: scores.length / outputSize}, (_, image) => {
    const row = scores.subarray(image * outputSize, (image + 1) * outputSize);
    return row.indexOf(Math.max(...row));
  });
}
