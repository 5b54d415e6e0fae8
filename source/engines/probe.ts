// Tries one engine in a process of its own, so that a library that crashes takes nothing with it. The parent gets a
// Verdict as the only message.
import {messageOf} from '../errors.js';
import {createEngine} from './create.js';
import type {Engine, EngineName} from './engine.js';
import {checkSteps} from './step-check.js';
import * as tensorflow from './tensorflow/diagnose.js';
import {prepareEnvironment} from './tensorflow/environment.js';
import type {Verdict} from './verdict.js';
import * as webgpu from './webgpu/diagnose.js';
import {WebgpuEngine} from './webgpu/webgpu-engine.js';

/** Whether an engine runs on real graphics hardware, as its library says. */
function isOnGpu(engine: Engine): boolean {
  if (engine instanceof WebgpuEngine) return !engine.software;
  return engine.name === 'tensorflow' && engine.device.startsWith('GPU');
}

async function probe(name: EngineName): Promise<Verdict> {
  let engine: Engine;
  try {
    engine = await createEngine(name, 1);
  } catch (error) {
    return name === 'webgpu' ? webgpu.diagnoseError(error) : tensorflow.diagnoseError(error);
  }
  const {device} = engine;
  const gpu = isOnGpu(engine);
  try {
    const difference = await checkSteps(engine);
    await engine.dispose();
    if (difference === undefined) return {engine: name, state: 'works', device, gpu, detail: `works on ${device}`};
    return {engine: name, state: 'wrong-results', device, gpu, detail: `a training step gives ${difference}`};
  } catch (error) {
    return {engine: name, state: 'wrong-results', device, gpu, detail: `a training step fails: ${messageOf(error)}`};
  }
}

prepareEnvironment(process.env);
const verdict = await probe(process.argv[2] as EngineName);
process.send?.(verdict, () => process.exit());
