// A helping thread of the wasm engine: sleeps until there is a call, does its part, and sleeps again.
import {parentPort, workerData} from 'node:worker_threads';
import {addressNames, createKernels} from './kernels.js';
import {callFields, callKinds, type TeamMember} from './team.js';

const {module, memory, part} = workerData as TeamMember;
const kernels = await createKernels(module, memory);
const words = new Int32Array(memory.buffer);
const generation = kernels.generation.value / 4;
const call = kernels.call.value / 4;
/** Looks for the next call, some ten milliseconds' worth: between two calls of a run there is less than that. */
const looks = 10_000_000;
let seen = Atomics.load(words, generation);
parentPort?.postMessage('ready');

for (;;) {
  seen = kernels.awaitCall(seen, looks);
  const kind = words[call + callFields.kind];
  const parts = words[call + callFields.parts];
  if (kind === callKinds.end) break;
  if (part >= parts) continue;
  addressNames.forEach((name, index) => {
    kernels[name].value = words[call + callFields.addresses + index];
  });
  const [a, b, c, d] = words.subarray(call + callFields.arguments, call + callFields.addresses);
  if (kind === callKinds.train) kernels.train(part, parts, a, b);
  else kernels.score(part, parts, a, b, c, d);
}
