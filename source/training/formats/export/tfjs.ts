import type {Activation} from '../../../network/activations.js';
import {inputSize, outputSize} from '../../../network/architecture.js';
import {programVersion} from '../../../program.js';
import {aboutNetwork, type TrainedNetwork} from '../kind.js';

/** What `model.json` calls the file of the weights. */
const weightsFile = 'weights.bin';

/**
 * The network as a model of TensorFlow.js' layers, two files for a folder: `tf.loadLayersModel` takes the address of
 * `model.json`, and the model takes (N, 784) of 0 to 1. Keras has weights as (in, out).
 */
export function encodeTfjs(network: TrainedNetwork): Record<string, Uint8Array> {
  const {hiddenWeight, hiddenBias, outputWeight, outputBias, activation} = network.weights;
  const hidden = hiddenBias.length;
  const weight = (name: string, shape: readonly number[]): object => ({name, shape, dtype: 'float32'});
  const model = {
    format: 'layers-model',
    generatedBy: `mnist-tui ${programVersion}`,
    convertedBy: null,
    modelTopology: {
      class_name: 'Sequential',
      config: {
        name: 'digits',
        layers: [
          {...dense('hidden', hidden, activation, {batch_input_shape: [null, inputSize]})},
          {...dense('scores', outputSize, 'linear')},
        ],
      },
    },
    weightsManifest: [
      {
        paths: [weightsFile],
        weights: [
          weight('hidden/kernel', [inputSize, hidden]),
          weight('hidden/bias', [hidden]),
          weight('scores/kernel', [hidden, outputSize]),
          weight('scores/bias', [outputSize]),
        ],
      },
    ],
    userDefinedMetadata: aboutNetwork(network),
  };
  const arrays = [transposed(hiddenWeight, hidden), hiddenBias, transposed(outputWeight, outputSize), outputBias];
  return {
    'model.json': Buffer.from(`${JSON.stringify(model, undefined, 2)}\n`),
    [weightsFile]: Buffer.concat(
      arrays.map(values => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
    ),
  };
}

const dense = (name: string, units: number, activation: Activation | 'linear', input: object = {}): object => ({
  class_name: 'Dense',
  config: {name, ...input, dtype: 'float32', units, activation, use_bias: true, trainable: true},
});

/** Rows become columns. */
function transposed(values: Float32Array, rows: number): Float32Array {
  const columns = values.length / rows;
  return Float32Array.from(values, (_, place) => values[(place % rows) * columns + Math.floor(place / rows)] ?? 0);
}
