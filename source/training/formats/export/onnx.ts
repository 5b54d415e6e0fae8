import type {Activation} from '../../../network/activations.js';
import {inputSize, outputSize} from '../../../network/architecture.js';
import {parameterNames, parameterShapes} from '../../../network/network-state.js';
import {programVersion} from '../../../program.js';
import {aboutNetwork, type TrainedNetwork} from '../kind.js';
import {torchNames} from '../torch-names.js';
import {type Field, message} from './protobuf.js';

/** Version 6 of the file's form and version 11 of the operators, of 2019: what runs ONNX at all runs these. */
const versions = {ir: 6, operators: 11};
const operators: Readonly<Record<Activation, string>> = {relu: 'Relu', sigmoid: 'Sigmoid', tanh: 'Tanh'};
/** TensorProto.DataType.FLOAT and AttributeProto.AttributeType.INT. */
const [float, int] = [1, 2];

/**
 * The network as an .onnx file: `pixels`, float32 (N, 784) of 0 to 1, become `scores`, float32 (N, 10), which are raw
 * whatever the loss. (github.com/onnx/onnx, onnx/onnx.proto: the numbers are those of its fields.)
 */
export function encodeOnnx(network: TrainedNetwork): Uint8Array {
  const about = Object.entries(aboutNetwork(network));
  return message(
    [1, versions.ir],
    [2, 'mnist-tui'],
    [3, programVersion],
    [6, about.map(([name, text]) => `${name}: ${text}`).join('\n')],
    [7, graph(network)],
    [8, message([1, ''], [2, versions.operators])],
    ...about.map(([name, text]): Field => [14, message([1, name], [2, text])]),
  );
}

function graph({weights}: TrainedNetwork): Uint8Array {
  const shapes = parameterShapes(weights.hiddenBias.length);
  const {hiddenWeight, hiddenBias, outputWeight, outputBias} = torchNames;
  const operator = operators[weights.activation];
  return message(
    [1, linear('pixels', hiddenWeight, hiddenBias, 'sums')],
    [1, message([1, 'sums'], [2, 'hidden'], [3, weights.activation], [4, operator])],
    [1, linear('hidden', outputWeight, outputBias, 'scores')],
    [2, 'digits'],
    ...parameterNames.map((name): Field => [5, tensor(torchNames[name], shapes[name], weights[name])]),
    [11, valueInfo('pixels', inputSize, '28 rows of 28 pixels: 0 is paper, 1 is ink')],
    [12, valueInfo('scores', outputSize, 'raw scores, one for each digit: the answer is the largest')],
  );
}

/** A layer: input × weightᵀ + bias. PyTorch's weights are (out, in), hence transB. */
const linear = (input: string, weight: string, bias: string, output: string): Uint8Array =>
  message(
    [1, input],
    [1, weight],
    [1, bias],
    [2, output],
    [3, output],
    [4, 'Gemm'],
    [5, message([1, 'transB'], [3, 1], [20, int])],
  );

const tensor = (name: string, shape: readonly number[], values: Float32Array): Uint8Array =>
  message(
    ...shape.map((size): Field => [1, size]),
    [2, float],
    [8, name],
    [9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)],
  );

/** An input or output of the graph: float32, (N, size). */
function valueInfo(name: string, size: number, text: string): Uint8Array {
  const shape = message([1, message([2, 'N'])], [1, message([1, size])]);
  return message([1, name], [2, message([1, message([1, float], [2, shape])])], [3, text]);
}
