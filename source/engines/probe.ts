// Tries one engine in a process of its own, so that a library that crashes takes nothing with it. The parent gets a
// Verdict as the only message.
import {messageOf} from '../errors.js';
import {dependableEngine, type EngineName, engineRecord} from './catalogue.js';
import type {Engine} from './engine.js';
import {measureSpeed, type Speed} from './speed-trial.js';
import {checkSteps} from './step-check.js';
import {prepareEnvironment} from './tensorflow/environment.js';
import type {Verdict} from './verdict.js';

/** How fast an engine is that `auto` can take; one on threads with as many as a new trial finds fastest. */
async function speedOf(engine: Engine): Promise<Partial<Speed>> {
  if (!engine.gpu && engine.name !== dependableEngine) return {};
  const {threaded, open} = engineRecord(engine.name);
  if (!threaded) return measureSpeed(engine);
  const onThreads = await open('anew');
  const speed = await measureSpeed(onThreads);
  await onThreads.dispose();
  return speed;
}

async function probe(name: EngineName): Promise<Verdict> {
  const record = engineRecord(name);
  let engine: Engine;
  try {
    engine = await record.open(1);
  } catch (error) {
    return {engine: name, gpu: false, ...(await record.explainError(error))};
  }
  const {device, gpu} = engine;
  try {
    const difference = await checkSteps(engine);
    const speed = difference === undefined ? await speedOf(engine) : {};
    await engine.dispose();
    if (difference === undefined) {
      return {engine: name, state: 'works', device, gpu, detail: `works on ${device}`, ...speed};
    }
    return {engine: name, state: 'wrong-results', device, gpu, detail: `a training step gives ${difference}`};
  } catch (error) {
    return {engine: name, state: 'wrong-results', device, gpu, detail: `a training step fails: ${messageOf(error)}`};
  }
}

prepareEnvironment(process.env);
const verdict = await probe(process.argv[2] as EngineName);
process.send?.(verdict, () => process.exit());
