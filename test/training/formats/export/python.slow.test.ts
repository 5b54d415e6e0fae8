import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {encodeNpz} from '../../../../source/training/formats/export/npz.js';
import {encodeOnnx} from '../../../../source/training/formats/export/onnx.js';
import {decodeModel} from '../../../../source/training/formats/model-file.js';
import {encodeSafetensors} from '../../../../source/training/formats/safetensors.js';
import {assertScores, bitsOf, networks, scoresOf, someDigits} from '../../../helpers/exported.js';
import {withFolder} from '../../../helpers/program.js';
import {python3, withoutNumpy, withoutPython} from '../../../helpers/python.js';

const digits = someDigits(50);

/** What every script begins with: the file is its first argument, the digits lie in the second one. */
const beginning = `
import json, sys, numpy
file = sys.argv[1]
x = (numpy.fromfile(sys.argv[2], dtype='uint8').reshape(-1, 784) / 255).astype('float32')
`;

/** Runs a script on a file with some content; it prints what it found. */
async function inPython<Found>(name: string, content: Uint8Array, script: string): Promise<Found> {
  return withFolder(async folder => {
    const [file, images] = [path.join(folder, name), path.join(folder, 'digits')];
    writeFileSync(file, content);
    writeFileSync(images, digits);
    return python3<Found>(`${beginning}${script}`, file, images);
  });
}

type Scored = {readonly scores: number[]; readonly activation: string; readonly loss: string};

describe('an exported network', () => {
  for (const network of networks) {
    const {weights, loss} = network;
    const {activation} = weights;
    const check = ({scores, ...words}: Scored): void => {
      assert.deepEqual(words, {activation, loss});
      assertScores(scores, scoresOf(weights, digits));
    };

    it(`with ${activation} answers in onnxruntime as here`, {skip: withoutPython('numpy', 'onnxruntime')}, async () => {
      const script = `
import onnxruntime
session = onnxruntime.InferenceSession(file, providers=['CPUExecutionProvider'])
about = session.get_modelmeta().custom_metadata_map
[scores] = session.run(['scores'], {'pixels': x})
print(json.dumps({'scores': scores.ravel().tolist(), 'activation': about['activation'], 'loss': about['loss']}))`;
      check(await inPython<Scored>('digits.onnx', encodeOnnx(network), script));
    });

    it(`with ${activation} is a model that ONNX's own checker finds right`, {skip: withoutPython('onnx')}, async () => {
      const script = `
import onnx
onnx.checker.check_model(onnx.load(file), full_check=True)
print('true')`;
      assert.equal(await inPython<boolean>('digits.onnx', encodeOnnx(network), script), true);
    });

    it(`with ${activation} answers in PyTorch as here, from .safetensors`, {
      skip: withoutPython('numpy', 'torch', 'safetensors'),
    }, async () => {
      const script = `
import torch
from safetensors import safe_open
from safetensors.torch import load_file
with safe_open(file, framework='pt') as opened: about = opened.metadata()
hidden = {'relu': torch.nn.ReLU, 'sigmoid': torch.nn.Sigmoid, 'tanh': torch.nn.Tanh}[about['activation']]()
model = torch.nn.Sequential(torch.nn.Linear(784, 24), hidden, torch.nn.Linear(24, 10))
model.load_state_dict(load_file(file))
scores = model(torch.from_numpy(x)).detach().numpy()
print(json.dumps({'scores': scores.ravel().tolist(), 'activation': about['activation'], 'loss': about['loss']}))`;
      check(await inPython<Scored>('digits.safetensors', encodeSafetensors(network), script));
    });

    it(`with ${activation} answers in NumPy as here, from .npz`, {skip: withoutNumpy}, async () => {
      const script = `
z = numpy.load(file)
activation = str(z['activation']) if 'activation' in z else 'relu'
functions = {'relu': lambda s: numpy.maximum(s, 0), 'sigmoid': lambda s: 1 / (1 + numpy.exp(-s)), 'tanh': numpy.tanh}
values = functions[activation](x @ z['0.weight'].T + z['0.bias'])
scores = values @ z['2.weight'].T + z['2.bias']
loss = str(z['loss']) if 'loss' in z else 'mse'
print(json.dumps({'scores': scores.ravel().tolist(), 'activation': activation, 'loss': loss}))`;
      check(await inPython<Scored>('digits.npz', encodeNpz(network), script));
    });
  }
});

it('weights that PyTorch saves as .safetensors are read to the last bit', {
  skip: withoutPython('torch', 'safetensors'),
}, async () => {
  await withFolder(async folder => {
    const [ours, theirs] = [path.join(folder, 'ours'), path.join(folder, 'theirs')];
    const [network] = networks;
    assert.ok(network !== undefined);
    writeFileSync(ours, encodeSafetensors(network));
    const script = `
import sys
from safetensors.torch import load_file, save_file
save_file(load_file(sys.argv[1]), sys.argv[2])
print('true')`;
    assert.equal(python3<boolean>(script, ours, theirs), true);
    const {state} = decodeModel(readFileSync(theirs), theirs);
    assert.deepEqual([state.hidden, state.weights.activation], [24, 'relu']);
    assert.deepEqual(bitsOf(state.weights), bitsOf(network.weights));
  });
});
