import type {Activation} from '../../../network/activations.js';
import type {Tiles} from '../tiles.js';
import {activationCode} from './activations.js';
import {common, type ShaderShape, type Workgroups} from './common.js';

/** Training takes the images that the order names, scoring takes them as they lie. */
const imageLookup = {
  train: /* wgsl */ `
@group(0) @binding(3) var<storage, read> order: array<u32>;
@group(0) @binding(4) var<storage, read_write> hidden: array<vec4f>;
fn imageAt(place: u32) -> u32 { return order[place]; }
`,
  score: /* wgsl */ `
@group(0) @binding(3) var<storage, read_write> hidden: array<vec4f>;
fn imageAt(place: u32) -> u32 { return place; }
`,
};

const forwardKernel = ({lanes, images, units}: Tiles, value: (sums: string) => string): string => /* wgsl */ `
@group(0) @binding(1) var<storage, read> images: array<u32>;
@group(0) @binding(2) var<storage, read> weights: array<vec4f>;

const tileImages = ${images}u;
const tileQuads = ${units / 4}u;
const threads = ${(lanes * images * units) / 16}u;
// One lane more than there are, so that the threads that read columns of it hit different banks.
const stride = lanes + 1u;
var<workgroup> parts: array<vec4f, tileImages * tileQuads * stride>;

// Each thread: 4 images × 4 units over its lane's pixels. 4 words and 4 quads loaded serve 64 multiply-adds.
@compute @workgroup_size(threads)
fn forward(@builtin(workgroup_id) tile: vec3u, @builtin(local_invocation_index) thread: u32) {
  let lane = thread % lanes;
  let group = thread / lanes;
  // Places after the batch's end repeat its last image; their rows are never read.
  let last = step.first + step.count - 1u;
  let place = step.first + tile.y * tileImages + group / tileQuads * 4u;
  let image0 = imageAt(min(place, last)) * imageWords + lane;
  let image1 = imageAt(min(place + 1u, last)) * imageWords + lane;
  let image2 = imageAt(min(place + 2u, last)) * imageWords + lane;
  let image3 = imageAt(min(place + 3u, last)) * imageWords + lane;
  let row = (tile.x * tileQuads + group % tileQuads) * 4u * imageWords + lane;
  var sum0 = vec4f();
  var sum1 = vec4f();
  var sum2 = vec4f();
  var sum3 = vec4f();
  for (var word = 0u; word < imageWords; word += lanes) {
    let w = mat4x4f(
      weights[row + word],
      weights[row + imageWords + word],
      weights[row + 2u * imageWords + word],
      weights[row + 3u * imageWords + word],
    );
    sum0 += pixels(images[image0 + word]) * w;
    sum1 += pixels(images[image1 + word]) * w;
    sum2 += pixels(images[image2 + word]) * w;
    sum3 += pixels(images[image3 + word]) * w;
  }
  let part = group * 4u * stride + lane;
  parts[part] = sum0;
  parts[part + stride] = sum1;
  parts[part + 2u * stride] = sum2;
  parts[part + 3u * stride] = sum3;
  workgroupBarrier();
  if (thread < tileImages * tileQuads) {
    let image = thread / tileQuads;
    let quad = thread % tileQuads;
    let column = ((image / 4u * tileQuads + quad) * 4u + image % 4u) * stride;
    var sum = vec4f();
    for (var other = 0u; other < lanes; other++) { sum += parts[column + other]; }
    let unitQuad = tile.x * tileQuads + quad;
    let activation = ${value('sum / 255.0 + weights[hiddenBiasStart + unitQuad]')};
    hidden[(tile.y * tileImages + image) * hiddenQuads + unitQuad] = activation;
  }
}
`;

/**
 * The kernel `forward`: hidden activations of a batch, images × units. Reads images, weights and, in training, the
 * order; writes hidden.
 */
export function forwardShader(shape: ShaderShape, purpose: keyof typeof imageLookup, activation: Activation): string {
  const {functions, value} = activationCode[activation];
  return common(shape) + imageLookup[purpose] + functions(shape.layout) + forwardKernel(shape.tiles, value);
}

/** Workgroups of `forward` for a batch of images. */
export function forwardWorkgroups({layout, tiles}: ShaderShape, images: number): Workgroups {
  return [layout.units / tiles.units, Math.ceil(images / tiles.images)];
}
