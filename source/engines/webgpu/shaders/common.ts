import {outputSize} from '../../../network/architecture.js';
import {imageWords, type NetworkLayout, scoreQuads} from '../layout.js';
import type {Tiles} from '../tiles.js';

// The network's arithmetic in WGSL: three kernels a step, each waiting for the one before.
//   forward  hidden activations, a workgroup for each tile of images × units
//   output   scores, their gradient and the hidden gradient, a workgroup for each image
//   update   all gradients of parameters, each used at once by the optimiser and never stored
// The hidden gradient is taken in `output`, so `update` may change the output weights with no hazard. Rules that all
// three keep: threads of a workgroup that stand side by side read words or quads side by side; threads share a long
// sum, and the workgroup adds the parts up in a fixed order (no atomics, so runs repeat bit for bit); sums take the
// pixels as whole numbers and are divided by 255 once. What an activation, a loss and an optimiser put in is in
// activations.ts, losses.ts and optimizers.ts; all but the tutorial's have run on SwiftShader only, on no GPU so far.

/** Bytes of one `Step`. */
export const stepBytes = 32;

/** What shapes the kernels. */
export type ShaderShape = {readonly layout: NetworkLayout; readonly tiles: Tiles};

/** Workgroups of a kernel in x and y. */
export type Workgroups = readonly [number, number];

/** What every kernel starts with. */
export const common = ({layout, tiles}: ShaderShape): string => /* wgsl */ `
struct Step {
  first: u32,       // place of the batch's first image
  count: u32,       // images in the batch
  index: u32,       // place of the batch's loss
  gradientScale: f32, // 2 / (batch size × 10), the derivative of the mean
  rate: f32,        // Adam's, with the bias corrections folded in
  epsilon: f32,
}

const lanes = ${tiles.lanes}u;
const imageWords = ${imageWords}u;
const outputs = ${outputSize}u;
const scoreQuads = ${scoreQuads}u;
const hiddenQuads = ${layout.hiddenQuads}u;
const hiddenBiasStart = ${layout.start.hiddenBias}u;
const outputWeightStart = ${layout.start.outputWeight}u;
const outputBiasStart = ${layout.start.outputBias}u;

@group(0) @binding(0) var<uniform> step: Step;

fn pixels(word: u32) -> vec4f { return vec4f(unpack4xU8(word)); }
`;
