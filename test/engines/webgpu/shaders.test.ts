import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import test from 'node:test';
import {networkLayout} from '../../../source/engines/webgpu/layout.js';
import {forwardShader} from '../../../source/engines/webgpu/shaders/forward.js';
import {outputShader, scoreImagesShader} from '../../../source/engines/webgpu/shaders/output.js';
import {updateShader} from '../../../source/engines/webgpu/shaders/update.js';
import {hardwareTiles, softwareTiles} from '../../../source/engines/webgpu/tiles.js';
import {tutorialMethod} from '../../../source/network/reference.js';

// The first half of each text's SHA-256. After a change of one of them, it has to be tried and timed on a GPU again.
const checksums = {
  hardware: {
    'forward in training': '23ce57a82b8ab57cdc49c52460371042',
    'forward in scoring': '41537fde1e693189972d3db2447ef067',
    output: '58265d150ed482b38d6005ec1a8a4981',
    scoreImages: 'b10388c71a665abe10e2115ea6559040',
    update: '03f3cd3d405964a55e9f6d29d903c329',
  },
  software: {
    'forward in training': '27dc3c93e6abd5b8b29b4ccc5d54f040',
    'forward in scoring': 'd90fb7c93b3d36c1ec37a471e31e1309',
    output: '46edb824a2391e2bc716eed8444fa0cb',
    scoreImages: 'e11f32d3ec78c4a47028a63d2ee9bcef',
    update: '2935e8730d71083d8cf5420e2434b95e',
  },
};

for (const [cut, tiles] of Object.entries({hardware: hardwareTiles, software: softwareTiles})) {
  test(`the tutorial's kernels cut for ${cut} are the text that they were before there were other settings`, () => {
    const shape = {layout: networkLayout(128), tiles};
    const texts = {
      'forward in training': forwardShader(shape, 'train', 'relu'),
      'forward in scoring': forwardShader(shape, 'score', 'relu'),
      output: outputShader(shape, 'relu', tutorialMethod.loss),
      scoreImages: scoreImagesShader(shape),
      update: updateShader(shape, 128, tutorialMethod),
    };
    const found = Object.entries(texts).map(([name, text]) => [
      name,
      createHash('sha256').update(text).digest('hex').slice(0, 32),
    ]);
    assert.deepEqual(Object.fromEntries(found), checksums[cut as keyof typeof checksums]);
  });
}
