// Tries one engine in a process of its own, so that a library that crashes takes nothing with it. The parent gets a
// Verdict as the only message.
import {messageOf} from '../errors.js';
import type {Engine, EngineName} from './engine.js';
import {checkSteps} from './step-check.js';
import {diagnoseError} from './tensorflow/diagnose.js';
import {createTensorFlowEngine} from './tensorflow/library.js';
import type {Verdict} from './verdict.js';
import {createWasmEngine} from './wasm/wasm-engine.js';

async function create(name: EngineName): Promise<Engine> {
  if (name === 'tensorflow') return createTensorFlowEngine();
  return createWasmEngine(1);
}

async function probe(name: EngineName): Promise<Verdict> {
  let engine: Engine;
  try {
    engine = await create(name);
  } catch (error) {
    return diagnoseError(error);
  }
  try {
    const difference = await checkSteps(engine);
    const {device} = engine;
    const gpu = device.startsWith('GPU');
    if (difference === undefined) return {engine: name, state: 'works', device, gpu, detail: `works on ${device}`};
    return {engine: name, state: 'wrong-results', device, gpu, detail: `a training step gives ${difference}`};
  } catch (error) {
    return {engine: name, state: 'wrong-results', gpu: false, detail: `a training step fails: ${messageOf(error)}`};
  }
}

const verdict = await probe(process.argv[2] as EngineName);
process.send?.(verdict, () => process.exit());
