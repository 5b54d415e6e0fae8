import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {jsonLines, runProgram, withFolder} from '../helpers/program.js';
import {type Run, stageProgram, withoutStage} from '../helpers/stage.js';
import {withoutTensorFlow} from '../helpers/tensorflow.js';

describe('wasm kernels with a wrong constant', {skip: withoutStage}, () => {
  /** Replaces every vector of four equal float32 constants in a file; returns how many there were. */
  function replaceConstant(file: string, from: number, to: number): number {
    const vector = (value: number): Buffer => Buffer.from(new Float32Array(4).fill(value).buffer);
    const bytes = readFileSync(file);
    let replaced = 0;
    for (let at = bytes.indexOf(vector(from)); at >= 0; at = bytes.indexOf(vector(from), at)) {
      bytes.set(vector(to), at);
      replaced++;
    }
    writeFileSync(file, bytes);
    return replaced;
  }

  it('are found by doctor, and train nothing', () =>
    withFolder(async folder => {
      const {program} = stageProgram(folder);
      const kernels = path.join(path.dirname(program), 'engines', 'wasm', 'kernels.wasm');
      // As if Adam's beta2 were 0.999.
      assert.ok(replaceConstant(kernels, 0.99, 0.999) > 0 && replaceConstant(kernels, 0.01, 0.001) > 0);
      const run: Run = (...args) => runProgram(args, {program});
      const wrong = /a training step gives second moment of hiddenWeight: [\d.e-]+ where [\d.e-]+ is right/;
      const doctor = await run('doctor', '--json');
      assert.equal(doctor.exitCode, 1);
      const [, , wasm, choice] = jsonLines(doctor.stdout);
      assert.deepEqual([wasm.engine, wasm.state], ['wasm', 'wrong-results']);
      assert.match(String(wasm.detail), wrong);
      assert.deepEqual(choice, {auto: 'wasm', works: false});
      const train = await run('train', '--engine', 'wasm', '--epochs', '1');
      assert.deepEqual([train.exitCode, train.stdout], [1, '']);
      assert.match(train.stderr, new RegExp(`^mnist-tui: engine wasm: ${wrong.source}; .*install mnist-tui anew\n$`));
    }));
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
