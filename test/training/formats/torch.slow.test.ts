import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import {parameterNames} from '../../../source/network/network-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {readOracle} from '../../helpers/oracle.js';
import {withFolder} from '../../helpers/program.js';
import {python3} from '../../helpers/python.js';
import {readmePath} from '../../helpers/readme.js';
import {runInfo} from '../../helpers/run-info.js';

function lacksTorch(): string | false {
  try {
    return python3<boolean>('import torch; print("true")') && false;
  } catch {
    return 'skipped: Python with PyTorch is not installed';
  }
}

it("README's lines put a checkpoint into the tutorial's model, which then answers as the network does", {
  skip: lacksTorch(),
}, async () => {
  const lines = /```python\n([\s\S]*?)```/.exec(readFileSync(readmePath, 'utf8'))?.[1] ?? assert.fail('no Python');
  const oracle = readOracle();
  await withFolder(async folder => {
    const state = {...oracle.initial, weights: oracle.weightsAfter(468)};
    writeFileSync(path.join(folder, 'weights.npz'), encodeCheckpoint(state, runInfo(128)));
    const script = `
import hashlib, json, os, sys
os.chdir(sys.argv[1])
from torch import nn
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
${lines}
print(json.dumps([hashlib.sha256(p.detach().numpy().tobytes()).hexdigest() for p in model.parameters()]))`;
    const found = python3<string[]>(script, folder);
    for (const [at, name] of parameterNames.entries()) {
      assert.equal(found[at], createHash('sha256').update(state.weights[name]).digest('hex'), name);
    }
  });
});
