import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {it} from 'node:test';
import * as tf from '@tensorflow/tfjs';
import {encodeTfjs} from '../../../../source/training/formats/export/tfjs.js';
import {assertScores, networks, scoresOf, someDigits} from '../../../helpers/exported.js';

/** Gives files away on an address of this machine while `use` runs. */
async function served(
  files: Readonly<Record<string, Uint8Array>>,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const server = createServer((request, response) => {
    const bytes = files[(request.url ?? '').slice(1)];
    response.writeHead(bytes === undefined ? 404 : 200, {connection: 'close'}).end(bytes);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

for (const network of networks) {
  const {activation} = network.weights;
  it(`TensorFlow.js loads the exported folder, and answers as the network with ${activation} does`, async () => {
    await tf.setBackend('cpu');
    const digits = someDigits(10);
    await served(encodeTfjs(network), async address => {
      const model = await tf.loadLayersModel(`${address}/model.json`);
      const inputs = tf.tensor2d(
        Float32Array.from(digits, pixel => pixel / 255),
        [10, 784],
      );
      const scores = model.predict(inputs);
      assert.ok(scores instanceof tf.Tensor);
      assertScores([...(await scores.data())], scoresOf(network.weights, digits));
      const about = model.getUserDefinedMetadata() as Record<string, string> | undefined;
      assert.deepEqual([about?.activation, about?.loss], [activation, network.loss]);
      tf.dispose([inputs, scores]);
      model.dispose();
    });
  });
}
