import type * as tensorflow from '@tensorflow/tfjs';
import {inputSize} from '../../network/architecture.js';
import {type Parameters, parameterNames, parameterShapes} from '../../network/network-state.js';

/** TensorFlow.js, whichever package it comes from. */
export type TensorFlow = typeof tensorflow;

/** The network's parameters on the device; weights are (out, in), as in PyTorch. */
export type Variables = Readonly<Record<keyof Parameters, tensorflow.Variable>>;

/** One parameter array, or a moment of it, as a tensor of its shape. */
export function tensorOf(
  tf: TensorFlow,
  hidden: number,
  name: keyof Parameters,
  values: Float32Array,
): tensorflow.Tensor {
  return tf.tensor(values.slice(), [...parameterShapes(hidden)[name]], 'float32');
}

/** Something of each parameter array. */
export const parametersOf = <Value>(value: (name: keyof Parameters) => Value): Record<keyof Parameters, Value> => ({
  hiddenWeight: value('hiddenWeight'),
  hiddenBias: value('hiddenBias'),
  outputWeight: value('outputWeight'),
  outputBias: value('outputBias'),
});

/** Parameters in arrays of their own. */
export const copyOf = (parameters: Parameters): Parameters => parametersOf(name => parameters[name].slice());

/** The values of four tensors in the order of parameterNames, copied. */
export async function valuesOf(tensors: readonly tensorflow.Tensor[]): Promise<Parameters> {
  const arrays = await Promise.all(tensors.map(async tensor => Float32Array.from(await tensor.data<'float32'>())));
  return parametersOf(name => {
    const array = arrays[parameterNames.indexOf(name)];
    if (array === undefined) throw new Error(`TensorFlow has no values of ${name}`);
    return array;
  });
}

/** Pixels as TensorFlow.js takes them: float32, 0 to 1. It has no uint8, and keeps integers off the GPU. */
export function brightness(tf: TensorFlow, images: Uint8Array): tensorflow.Tensor2D {
  const scaled = new Float32Array(images.length);
  for (let place = 0; place < images.length; place++) scaled[place] = images[place] / 255;
  return tf.tensor2d(scaled, [images.length / inputSize, inputSize], 'float32');
}
