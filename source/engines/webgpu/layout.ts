import {inputSize, outputSize} from '../../network/architecture.js';
import {type Parameters, zeroParameters} from '../../network/network-state.js';

/** Words of four pixels in one image. */
export const imageWords = inputSize / 4;

/** Quads (vec4<f32>) of one image's ten scores or of the ten output biases; the last two places are padding. */
export const scoreQuads = 3;

/** Hidden units are padded to a multiple of this, whatever the tiles. */
const unitStep = 16;

/**
 * Where each parameter lies in the device's buffers, counted in quads of four floats. The matrices stay in PyTorch's
 * layout; only the hidden units are padded with zeros, and padding stays zero through every step.
 */
export type NetworkLayout = {
  /** Hidden units of the network. */
  readonly hidden: number;
  /** Hidden units with padding, a multiple of 16. */
  readonly units: number;
  /** Quads of one image's hidden units. */
  readonly hiddenQuads: number;
  /** First quad of each parameter array. */
  readonly start: Readonly<Record<keyof Parameters, number>>;
  /** Quads of all parameters. */
  readonly quads: number;
};

/** The layout for a number of hidden units. */
export function networkLayout(hidden: number): NetworkLayout {
  const units = Math.ceil(hidden / unitStep) * unitStep;
  const hiddenQuads = units / 4;
  const hiddenBias = units * imageWords;
  const outputWeight = hiddenBias + hiddenQuads;
  const outputBias = outputWeight + outputSize * hiddenQuads;
  const start = {hiddenWeight: 0, hiddenBias, outputWeight, outputBias};
  return {hidden, units, hiddenQuads, start, quads: outputBias + scoreQuads};
}

/** Parameters as they lie on the device: quads × 4 floats. */
export function packParameters(layout: NetworkLayout, from: Parameters): Float32Array<ArrayBuffer> {
  const {hidden, units, start} = layout;
  const to = new Float32Array(layout.quads * 4);
  to.set(from.hiddenWeight);
  to.set(from.hiddenBias, start.hiddenBias * 4);
  for (let row = 0; row < outputSize; row++) {
    to.set(from.outputWeight.subarray(row * hidden, (row + 1) * hidden), start.outputWeight * 4 + row * units);
  }
  to.set(from.outputBias, start.outputBias * 4);
  return to;
}

/** The way back from packParameters. */
export function unpackParameters(layout: NetworkLayout, from: Float32Array): Parameters {
  const {hidden, units, start} = layout;
  const to = zeroParameters(hidden);
  const copy = (target: Float32Array, place: number): void => target.set(from.subarray(place, place + target.length));
  copy(to.hiddenWeight, 0);
  copy(to.hiddenBias, start.hiddenBias * 4);
  for (let row = 0; row < outputSize; row++) {
    copy(to.outputWeight.subarray(row * hidden, (row + 1) * hidden), start.outputWeight * 4 + row * units);
  }
  copy(to.outputBias, start.outputBias * 4);
  return to;
}

/** Adam's two moments as they lie on the device: quad by quad, the first moment's four floats, then the second's. */
export function packMoments(layout: NetworkLayout, first: Parameters, second: Parameters): Float32Array<ArrayBuffer> {
  const packedFirst = packParameters(layout, first);
  const packedSecond = packParameters(layout, second);
  const to = new Float32Array(layout.quads * 8);
  for (let quad = 0; quad < layout.quads; quad++) {
    to.set(packedFirst.subarray(quad * 4, quad * 4 + 4), quad * 8);
    to.set(packedSecond.subarray(quad * 4, quad * 4 + 4), quad * 8 + 4);
  }
  return to;
}

/** The way back from packMoments. */
export function unpackMoments(layout: NetworkLayout, from: Float32Array): {first: Parameters; second: Parameters} {
  const first = new Float32Array(layout.quads * 4);
  const second = new Float32Array(layout.quads * 4);
  for (let quad = 0; quad < layout.quads; quad++) {
    first.set(from.subarray(quad * 8, quad * 8 + 4), quad * 4);
    second.set(from.subarray(quad * 8 + 4, quad * 8 + 8), quad * 4);
  }
  return {first: unpackParameters(layout, first), second: unpackParameters(layout, second)};
}
