import type {Activation} from '../../../network/activations.js';
import type {LossName} from '../../../network/losses.js';
import type {Tiles} from '../tiles.js';
import {activationCode} from './activations.js';
import {common, type ShaderShape} from './common.js';
import {lossCode} from './losses.js';

const scoreFunction = ({scoreSlices}: Tiles): string => /* wgsl */ `
@group(0) @binding(1) var<storage, read> weights: array<vec4f>;
@group(0) @binding(2) var<storage, read> hidden: array<vec4f>;

const slices = ${scoreSlices}u;
const threads = outputs * slices;
const stride = slices + 1u;
var<workgroup> parts: array<f32, outputs * stride>;

// The scores of one image: thread n of the first ten gets score n.
fn score(image: u32, thread: u32) -> f32 {
  let output = thread / slices;
  let slice = thread % slices;
  var sum = 0.0;
  for (var quad = slice; quad < hiddenQuads; quad += slices) {
    sum += dot(hidden[image * hiddenQuads + quad], weights[outputWeightStart + output * hiddenQuads + quad]);
  }
  parts[output * stride + slice] = sum;
  workgroupBarrier();
  if (thread >= outputs) { return 0.0; }
  var total = weights[outputBiasStart + thread / 4u][thread % 4u];
  for (var other = 0u; other < slices; other++) { total += parts[thread * stride + other]; }
  return total;
}
`;

const scoresKernel = /* wgsl */ `
@group(0) @binding(3) var<storage, read_write> scores: array<f32>;

@compute @workgroup_size(threads)
fn scoreImages(@builtin(workgroup_id) place: vec3u, @builtin(local_invocation_index) thread: u32) {
  let value = score(place.x, thread);
  if (thread < outputs) { scores[(step.first + place.x) * outputs + thread] = value; }
}
`;

const outputKernel = ({errors, image, sum}: (typeof lossCode)[LossName], gradient: string): string => /* wgsl */ `
@group(0) @binding(3) var<storage, read> order: array<u32>;
@group(0) @binding(4) var<storage, read> labels: array<u32>;
@group(0) @binding(5) var<storage, read_write> hiddenGradient: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> outputGradient: array<vec4f>;

var<workgroup> errors: array<f32, outputs>;

@compute @workgroup_size(threads)
fn output(@builtin(workgroup_id) place: vec3u, @builtin(local_invocation_index) thread: u32) {
  let image = place.x;
  let index = order[step.first + image];
  let label = (labels[index / 4u] >> (index % 4u * 8u)) & 255u;
  let value = score(image, thread);
  ${errors}
  workgroupBarrier();
  if (thread < 2u) {
    let first = thread * 4u;
    let quad = vec4f(errors[first], errors[first + 1u], errors[first + 2u], errors[first + 3u]);
    outputGradient[image * scoreQuads + thread] = quad * step.gradientScale;
  } else if (thread == 2u) {
    ${image}
    outputGradient[image * scoreQuads + 2u] = vec4f(vec2f(errors[8], errors[9]) * step.gradientScale, ${sum}, 0.0);
  }
  for (var quad = thread; quad < hiddenQuads; quad += threads) {
    var sum = vec4f();
    for (var other = 0u; other < outputs; other++) {
      sum += errors[other] * weights[outputWeightStart + other * hiddenQuads + quad];
    }
    let unitQuad = image * hiddenQuads + quad;
    hiddenGradient[unitQuad] = ${gradient};
  }
}
`;

/** The kernel `scoreImages`: the scores of images, one workgroup each. Reads weights and hidden, writes scores. */
export function scoreImagesShader(shape: ShaderShape): string {
  return common(shape) + scoreFunction(shape.tiles) + scoresKernel;
}

/**
 * The kernel `output`: of each image, one workgroup each, the gradient of its scores with its loss, and of its hidden
 * units. Reads weights, hidden, order and labels; writes hiddenGradient and outputGradient.
 */
export function outputShader(shape: ShaderShape, activation: Activation, loss: LossName): string {
  const kernel = outputKernel(lossCode[loss], activationCode[activation].gradient);
  return common(shape) + scoreFunction(shape.tiles) + kernel;
}
