import assert from 'node:assert/strict';
import {cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {expectState} from '../helpers/doctor.js';
import {jsonLines, runProgram} from '../helpers/program.js';
import {staged, tensorflowFolder, withoutStage} from '../helpers/stage.js';
import {withoutTensorFlow} from '../helpers/tensorflow.js';

const addon = path.join('lib', 'napi-v8', 'tfjs_binding.node');

describe('doctor', {skip: withoutStage}, () => {
  it('finds the package absent', () =>
    staged(
      () => {},
      run => expectState(run, 'absent', /is not installed/, /setup tensorflow$/),
    ));

  it('finds the package without its binary', () =>
    staged(
      folder => {
        mkdirSync(folder);
        const stub = {name: '@tensorflow/tfjs-node-gpu', version: '4.22.0'};
        writeFileSync(path.join(folder, 'package.json'), JSON.stringify(stub));
      },
      run => expectState(run, 'no-binary', /install script did not run/, /setup tensorflow$/),
    ));
});

describe('doctor with the real library', {skip: withoutTensorFlow || withoutStage}, () => {
  const copyPackage = (folder: string): void => {
    cpSync(tensorflowFolder, folder, {recursive: true, filter: source => !/\/(deps|build|src|binding)$/.test(source)});
  };

  it('finds the library missing', () =>
    staged(copyPackage, run => expectState(run, 'unloadable', /libtensorflow.*cannot open shared object file/)));

  it('survives a library that crashes the process which loads it', () =>
    staged(
      folder => {
        copyPackage(folder);
        symlinkSync(path.join(tensorflowFolder, 'deps'), path.join(folder, 'deps'));
        truncateSync(path.join(folder, addon), 20_000);
      },
      run => expectState(run, 'crashed', /process that tried it was ended by SIG/, /setup tensorflow$/),
    ));

  it('trains by name, says that it does so on the CPU, and learns as PyTorch does', async () => {
    const args = ['train', '--engine', 'tensorflow', '--json', '--epochs', '1'];
    const {stdout, stderr, exitCode} = await runProgram(args, {seconds: 600});
    assert.deepEqual([stderr, exitCode], ['', 0]);
    const lines = jsonLines(stdout);
    assert.equal(lines[0].engine, 'tensorflow');
    assert.match(String(lines[0].device), /^(CPU|GPU)/);
    const epoch = lines.find(({type}) => type === 'epoch');
    assert.ok(Number(epoch?.accuracy) >= 0.95 && Number(epoch?.accuracy) <= 0.965);
    assert.ok(Number(epoch?.meanTestLoss) >= 0.0125 && Number(epoch?.meanTestLoss) <= 0.0145);
  });
});
