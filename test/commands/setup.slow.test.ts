import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';
import {type MadePackage, startRegistry} from '../helpers/registry.js';
import {stageProgram} from '../helpers/stage.js';

const windows = process.platform === 'win32';
const skip =
  spawnSync('npm', ['--version'], {shell: windows}).status !== 0
    ? 'npm is not installed'
    : windows && 'symbolic links need rights on Windows';
const pureJs = fileURLToPath(new URL('../../../node_modules/@tensorflow/tfjs', import.meta.url));
const binary = 'lib/napi-v8/tfjs_binding.node';

/** A stand-in for TensorFlow's package: the library in JavaScript, and an install script that we write. */
const tensorflow = (script: string): MadePackage => ({
  manifest: {
    name: '@tensorflow/tfjs-node-gpu',
    version: '4.22.0',
    main: 'index.js',
    scripts: {install: 'node install.js'},
  },
  files: {'index.js': `module.exports = require(${JSON.stringify(pureJs)});`, 'install.js': script},
});
const succeeds = `require('fs').mkdirSync('lib/napi-v8', {recursive: true}); require('fs').writeFileSync('${binary}', '');`;

type Scene = {run: (...args: string[]) => Promise<Result>; asked: readonly string[]; engines: string};

/** Runs a copy of the program that has no optional package, on a machine whose registry has only made-up ones. */
async function onStage(packages: readonly MadePackage[], use: (scene: Scene) => Promise<void>): Promise<void> {
  await withFolder(async folder => {
    const registry = await startRegistry(path.join(folder, 'registry'), packages);
    try {
      const {program} = stageProgram(path.join(folder, 'program'));
      const env = {
        HOME: folder,
        XDG_DATA_HOME: path.join(folder, 'data'),
        XDG_CACHE_HOME: path.join(folder, 'cache'),
        npm_config_update_notifier: 'false',
        npm_config_registry: registry.url,
        npm_config_cache: path.join(folder, 'npm'),
      };
      await use({
        run: (...args) => runProgram(args, {program, env}),
        asked: registry.asked,
        engines: path.join(folder, 'data', 'mnist-tui', 'engines'),
      });
    } finally {
      registry.close();
    }
  });
}

describe('setup', {skip}, () => {
  it('says the size, installs the exact version where the program looks, runs its script, and tries the engine', () =>
    onStage([tensorflow(succeeds)], async ({run, engines}) => {
      const {stdout, stderr, exitCode} = await run('setup', 'tensorflow');
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, /^Installing @tensorflow\/tfjs-node-gpu 4\.22\.0: 302 MB; its install script downloads /);
      assert.ok(stdout.includes(`\nInto ${path.join(engines, 'tensorflow')}\n`));
      assert.match(stdout, /\ntensorflow works: works on the CPU: /);
      const {dependencies} = JSON.parse(readFileSync(path.join(engines, 'tensorflow', 'package.json'), 'utf8')) as {
        dependencies: unknown;
      };
      assert.deepEqual(dependencies, {'@tensorflow/tfjs-node-gpu': '4.22.0'});

      assert.match((await run('version')).stdout, /tensorflow 4\.22\.0/);
      const verdict = jsonLines((await run('doctor', '--json')).stdout)[0];
      assert.deepEqual([verdict?.engine, verdict?.state, verdict?.device], ['tensorflow', 'works', 'CPU']);
      const again = await run('setup', 'tensorflow');
      assert.match(again.stdout, /^tensorflow works: /);
      assert.equal(again.exitCode, 0);
    }));

  it('says what npm said, and how it ended, when the install script fails', () =>
    onStage([tensorflow("console.error('cannot download libtensorflow'); process.exit(3);")], async ({run}) => {
      const {stderr, exitCode} = await run('setup', 'tensorflow');
      assert.equal(exitCode, 1);
      assert.match(stderr, /cannot download libtensorflow/);
      assert.match(
        stderr,
        /\nmnist-tui: the install script of @tensorflow\/tfjs-node-gpu failed; npm says above why; [^\n]*\n$/,
      );
      assert.match(
        (await run('doctor')).stdout,
        /^tensorflow no-binary: [^\n]*\n *to change that: .*setup tensorflow\n/,
      );
    }));

  it('says that npm could not get the package, and leaves the program as it was', () =>
    onStage([], async ({run, asked, engines}) => {
      const {stderr, exitCode} = await run('setup', 'webgpu');
      assert.equal(exitCode, 1);
      assert.deepEqual([...new Set(asked)], ['webgpu']);
      assert.match(stderr, /404/);
      assert.match(stderr, /\nmnist-tui: fetching webgpu@0\.6\.2 failed; npm says above why; [^\n]*\n$/);
      assert.ok(!existsSync(path.join(engines, 'webgpu', 'node_modules', 'webgpu')));
      assert.match((await run('version')).stdout, /webgpu not installed/);
    }));

  it('is not shadowed by another version in its folder, nor by what lies above it', () =>
    onStage([tensorflow(succeeds)], async ({run, engines}) => {
      const put = (folder: string, version: string): void => {
        const place = path.join(folder, 'node_modules', '@tensorflow', 'tfjs-node-gpu');
        mkdirSync(path.join(place, 'lib', 'napi-v8'), {recursive: true});
        writeFileSync(path.join(place, binary), '');
        writeFileSync(path.join(place, 'package.json'), JSON.stringify({name: '@tensorflow/tfjs-node-gpu', version}));
        writeFileSync(path.join(place, 'index.js'), 'throw new Error("stray");');
      };
      put(path.dirname(engines), '4.22.0');
      assert.match((await run('doctor')).stdout, /^tensorflow absent: /);
      put(path.join(engines, 'tensorflow'), '0.0.1');
      const {stdout, exitCode} = await run('setup', 'tensorflow');
      assert.equal(exitCode, 0, stdout);
      assert.match((await run('version')).stdout, /tensorflow 4\.22\.0/);
    }));
});
