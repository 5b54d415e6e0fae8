import type {SplitData} from '../../source/dataset/dataset.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import type {Weights} from '../../source/network/network-state.js';
import {oracle, train} from './oracle-answers.js';

/** The scores that the wasm engine gives many digits: a survey takes a second for as many. */
export async function engineScores(weights: Weights, digits: SplitData): Promise<Float32Array> {
  const engine = await createWasmEngine(1);
  const one = {count: 1, images: train.images.subarray(0, 784), labels: train.labels.subarray(0, 1)};
  await engine.load({name: 'mnist', path: '', train: one, test: digits});
  await engine.setState({...oracle.initial, weights});
  const scores = await engine.scores('test');
  await engine.dispose();
  return scores;
}
