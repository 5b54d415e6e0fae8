import type {Method} from '../../../network/reference.js';
import {imageWords} from '../layout.js';
import type {Tiles} from '../tiles.js';
import {common, type ShaderShape, type Workgroups} from './common.js';
import {lossCode} from './losses.js';
import {optimizerCode} from './optimizers.js';

/** Columns of the part of `update` that is not hidden weights; 14 are used. */
const restColumns = 16;

const updateKernel = ({lanes, batchSlices}: Tiles, batchSize: number, method: Method): string => {
  const optimizer = optimizerCode[method.optimizer];
  const {terms} = lossCode[method.loss];
  const threads = lanes * batchSlices;
  const columns = Math.min(restColumns, threads);
  // Loads of several images start together: compilers do not unroll so long a loop, and a load takes long to come.
  const unroll = [4, 2].find(count => batchSize % (batchSlices * count) === 0) ?? 1;
  const each = (line: (n: number) => string): string => Array.from({length: unroll}, (_, n) => line(n)).join('\n');
  return /* wgsl */ `
struct Moments { first: vec4f, second: vec4f }

@group(0) @binding(1) var<storage, read> images: array<u32>;
@group(0) @binding(2) var<storage, read> order: array<u32>;
@group(0) @binding(3) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(4) var<storage, read> hiddenGradient: array<vec4f>;
@group(0) @binding(5) var<storage, read> outputGradient: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> weights: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> moments: array<Moments>;
@group(0) @binding(8) var<storage, read_write> losses: array<f32>;

const batchSize = ${batchSize}u;
const slices = ${batchSlices}u;
const threads = ${threads}u;
var<workgroup> parts: array<vec4f, threads * 4u>;
${optimizer.code}
// Weights of 4 units × as many words as lanes. Each thread: 4 units × 4 pixels over its slice of the batch.
fn updateHiddenWeights(tile: u32, unitQuad: u32, thread: u32) {
  let lane = thread % lanes;
  let slice = thread / lanes;
  let word = tile * lanes + lane;
  var sum0 = vec4f();
  var sum1 = vec4f();
  var sum2 = vec4f();
  var sum3 = vec4f();
  for (var image = slice; image < batchSize; image += ${batchSlices * unroll}u) {
${each(
  n => `
    let index${n} = order[step.first + image + ${n * batchSlices}u];
    let gradient${n} = hiddenGradient[(image + ${n * batchSlices}u) * hiddenQuads + unitQuad];`,
)}
${each(n => `let word${n} = images[index${n} * imageWords + word];`)}
${each(
  n => `
    let x${n} = pixels(word${n});
    sum0 += gradient${n}.x * x${n};
    sum1 += gradient${n}.y * x${n};
    sum2 += gradient${n}.z * x${n};
    sum3 += gradient${n}.w * x${n};`,
)}
  }
  let part = slice * 4u * lanes + lane;
  parts[part] = sum0;
  parts[part + lanes] = sum1;
  parts[part + 2u * lanes] = sum2;
  parts[part + 3u * lanes] = sum3;
  workgroupBarrier();
  for (var quad = thread; quad < 4u * lanes; quad += threads) {
    var sum = vec4f();
    for (var other = 0u; other < slices; other++) { sum += parts[other * 4u * lanes + quad]; }
    ${optimizer.name}((unitQuad * 4u + quad / lanes) * imageWords + tile * lanes + quad % lanes, sum / 255.0);
  }
}

const columns = ${columns}u;
const restSlices = ${Math.floor(threads / columns)}u;

// What is left of 4 units, a column each: 0 to 9 the output weights, 10 the hidden biases, and for the first units
// 11 to 13 the output biases, with the loss in the last one's padding. Each thread: a column over its slice of the
// batch.
fn updateRest(tile: u32, unitQuad: u32, thread: u32) {
  let column = tile * columns + thread % columns;
  let slice = thread / columns;
  let used = column <= outputs || (column <= outputs + scoreQuads && unitQuad == 0u);
  var sum = vec4f();
  if (used) {
    for (var image = slice; image < batchSize; image += restSlices) {
      if (column < outputs) {
        let factor = outputGradient[image * scoreQuads + column / 4u][column % 4u];
        sum += factor * hidden[image * hiddenQuads + unitQuad];
      } else if (column == outputs) {
        sum += hiddenGradient[image * hiddenQuads + unitQuad];
      } else {
        sum += outputGradient[image * scoreQuads + column - outputs - 1u];
      }
    }
  }
  parts[thread] = sum;
  workgroupBarrier();
  if (used && slice == 0u) {
    for (var other = 1u; other < restSlices; other++) { sum += parts[other * columns + thread]; }
    var place = outputWeightStart + column * hiddenQuads + unitQuad;
    if (column == outputs) { place = hiddenBiasStart + unitQuad; }
    if (column > outputs) { place = outputBiasStart + column - outputs - 1u; }
    if (column == outputs + scoreQuads) {
      losses[step.index] = sum.z / f32(${terms});
      sum = vec4f(sum.xy, 0.0, 0.0);
    }
    ${optimizer.name}(place, sum);
  }
}

@compute @workgroup_size(threads)
fn update(@builtin(workgroup_id) tile: vec3u, @builtin(local_invocation_index) thread: u32) {
  if (tile.x < imageWords / lanes) {
    updateHiddenWeights(tile.x, tile.y, thread);
  } else {
    updateRest(tile.x - imageWords / lanes, tile.y, thread);
  }
}
`;
};

/**
 * The kernel `update`: all parameters' gradients, the optimiser's update and the batch's loss. Reads images, order, hidden,
 * hiddenGradient and outputGradient; writes weights, moments and losses.
 */
export function updateShader(shape: ShaderShape, batchSize: number, method: Method): string {
  return common(shape) + updateKernel(shape.tiles, batchSize, method);
}

/** Workgroups of `update`. */
export function updateWorkgroups({layout, tiles: {lanes, batchSlices}}: ShaderShape): Workgroups {
  return [imageWords / lanes + restColumns / Math.min(restColumns, lanes * batchSlices), layout.hiddenQuads];
}
