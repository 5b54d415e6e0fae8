import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {expectState} from '../helpers/doctor.js';
import {jsonLines, runProgram} from '../helpers/program.js';
import {staged, withoutStage} from '../helpers/stage.js';
import {withoutTensorFlow} from '../helpers/tensorflow.js';

describe('doctor', {skip: withoutStage}, () => {
  it('finds the package absent', () =>
    staged(
      () => {},
      run =>
        expectState(
          run,
          'absent',
          /is not installed/,
          /^npm install --prefix .* --no-save @tensorflow\/tfjs-node-gpu@/,
        ),
    ));

  it('finds the package without its binary', () =>
    staged(
      folder => {
        mkdirSync(folder);
        const stub = {name: '@tensorflow/tfjs-node-gpu', version: '4.22.0'};
        writeFileSync(path.join(folder, 'package.json'), JSON.stringify(stub));
      },
      run => expectState(run, 'no-binary', /install script did not run/, /^npm run --prefix .*tfjs-node-gpu install$/),
    ));
});

it('doctor finds that the real library works, on the CPU, and says what a GPU would need', {
  skip: withoutTensorFlow,
}, async () => {
  const {stdout, exitCode} = await runProgram(['doctor', '--json'], {seconds: 240});
  assert.equal(exitCode, 0);
  const [tensorflow] = jsonLines(stdout);
  assert.equal(tensorflow.state, 'works');
  if (tensorflow.gpu === false) {
    assert.equal(tensorflow.device, 'CPU');
    assert.match(String(tensorflow.detail), /works on the CPU: /);
  }
});
