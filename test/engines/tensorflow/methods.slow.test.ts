import {describe, it} from 'node:test';
import * as pureJs from '@tensorflow/tfjs';
import type {Engine} from '../../../source/engines/engine.js';
import {prepareEnvironment} from '../../../source/engines/tensorflow/environment.js';
import {createTensorFlowEngine} from '../../../source/engines/tensorflow/library.js';
import {TensorFlowEngine} from '../../../source/engines/tensorflow/tensorflow-engine.js';
import {checkMethod, methodCases, methodDataset} from '../../helpers/pytorch-methods.js';
import {withoutTensorFlow} from '../../helpers/tensorflow.js';

prepareEnvironment(process.env);
pureJs.env().set('PROD', true);

async function followAll(open: () => Promise<Engine>): Promise<void> {
  const engine = await open();
  await engine.load(methodDataset());
  for (const method of methodCases()) await checkMethod(engine, method);
  await engine.dispose();
}

describe('100 steps of PyTorch with every loss, optimiser and activation', () => {
  it('are those of the TensorFlow program in pure JavaScript', async () => {
    await pureJs.setBackend('cpu');
    await followAll(async () => new TensorFlowEngine(pureJs, 'CPU', false));
  });

  it('are those of TensorFlow’s real library', {skip: withoutTensorFlow}, () => followAll(createTensorFlowEngine));
});
