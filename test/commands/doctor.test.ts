import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';
import {stageProgram, tensorflowFolder} from '../helpers/stage.js';
import {withoutTensorFlow} from '../helpers/tensorflow.js';

const windows = process.platform === 'win32' ? 'symbolic links need rights on Windows' : false;
const addon = path.join('lib', 'napi-v8', 'tfjs_binding.node');

type Run = (...args: string[]) => Promise<Result>;

/** Runs the program from a copy whose TensorFlow package `prepare` makes. */
async function staged(prepare: (packageFolder: string) => void, use: (run: Run) => Promise<void>): Promise<void> {
  await withFolder(async folder => {
    const {program, packageFolder} = stageProgram(folder);
    prepare(packageFolder);
    await use((...args) => runProgram(args, {program, env: {XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder}}));
  });
}

/** What doctor says of TensorFlow, and that the engine by name refuses and auto goes on. */
async function expectState(run: Run, state: string, detail: RegExp, remedy?: RegExp): Promise<void> {
  const result = await run('doctor', '--json');
  assert.equal(result.exitCode, 0, result.stderr);
  const [tensorflow, , wasm, choice] = jsonLines(result.stdout);
  assert.deepEqual([tensorflow.engine, tensorflow.state, tensorflow.gpu], ['tensorflow', state, false]);
  assert.match(String(tensorflow.detail), detail);
  if (remedy !== undefined) assert.match(String(tensorflow.remedy), remedy);
  assert.equal(wasm.state, 'works');
  assert.deepEqual(choice, {auto: 'wasm', works: true});
  assert.match((await run('doctor')).stdout, new RegExp(`^tensorflow +${state}: .*\n[^]*auto takes wasm\n$`));

  const refused = await run('train', '--engine', 'tensorflow', '--epochs', '1');
  assert.equal(refused.exitCode, 1);
  assert.match(refused.stderr, /^mnist-tui: engine tensorflow: .*\n$/);
  assert.equal(refused.stdout, '');
  const automatic = await run('train', '--json', '--epochs', '1');
  assert.equal(automatic.exitCode, 0);
  assert.equal(jsonLines(automatic.stdout)[0].engine, 'wasm');
}

describe('doctor', {skip: windows}, () => {
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
        cpSync(path.join(tensorflowFolder, 'package.json'), path.join(folder, 'package.json'));
      },
      run => expectState(run, 'no-binary', /install script did not run/, /^npm run --prefix .*tfjs-node-gpu install$/),
    ));
});

describe('wasm kernels with a wrong constant', {skip: windows}, () => {
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
      const run: Run = (...args) => runProgram(args, {program, env: {XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder}});
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

describe('doctor with the real library', {skip: withoutTensorFlow || windows}, () => {
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
      run => expectState(run, 'crashed', /process that tried it was ended by SIG/, /^npm run --prefix/),
    ));

  it('finds that it works, on the CPU, and says what a GPU would need', async () => {
    await withFolder(async folder => {
      const {stdout, exitCode} = await runProgram(['doctor', '--json'], {env: {XDG_CACHE_HOME: folder}});
      assert.equal(exitCode, 0);
      const [tensorflow] = jsonLines(stdout);
      assert.equal(tensorflow.state, 'works');
      if (tensorflow.gpu === false) {
        assert.equal(tensorflow.device, 'CPU');
        assert.match(String(tensorflow.detail), /works on the CPU: /);
      }
    });
  });

  it('trains by name, says that it does so on the CPU, and learns as PyTorch does', async () => {
    await withFolder(async folder => {
      const env = {XDG_CACHE_HOME: folder};
      const model = path.join(folder, 'model.npz');
      const {stdout, stderr, exitCode} = await runProgram(
        ['train', '--engine', 'tensorflow', '--json', '--epochs', '1', '--model', model],
        {env},
      );
      assert.deepEqual([stderr, exitCode], ['', 0]);
      const lines = jsonLines(stdout);
      assert.equal(lines[0].engine, 'tensorflow');
      assert.match(String(lines[0].device), /^(CPU|GPU)/);
      const epoch = lines.find(({type}) => type === 'epoch');
      assert.ok(Number(epoch?.accuracy) >= 0.95 && Number(epoch?.accuracy) <= 0.965);
      assert.ok(Number(epoch?.meanTestLoss) >= 0.0125 && Number(epoch?.meanTestLoss) <= 0.0145);
      rmSync(model);
    });
  });
});
