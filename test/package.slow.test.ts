import assert from 'node:assert/strict';
import {type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {programEnvironment} from './helpers/environment.js';
import {withFolder} from './helpers/program.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';

type Outcome = SpawnSyncReturns<string>;

function start(command: string, args: readonly string[], cwd: string): Outcome {
  // npm keeps its settings and its cache in the home folder.
  const {HOME, USERPROFILE, APPDATA, LOCALAPPDATA} = process.env;
  const home = command === 'npm' ? {HOME, USERPROFILE, APPDATA, LOCALAPPDATA} : {};
  const env = programEnvironment(home);
  return spawnSync(command, args, {cwd, encoding: 'utf8', shell: windows, env, timeout: 300_000});
}

function run(command: string, args: readonly string[], cwd: string): string {
  const {status, stdout, stderr, error} = start(command, args, cwd);
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

/** What npm says where it cannot reach its registry: the codes of a failed connection. */
const noRegistry = /npm (?:error|ERR!) code (ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|E\w+UNREACH|ERR_SOCKET_TIMEOUT)/;

it('the packed package is small, has no tests, and runs from a folder with a space and a # in its path', async t => {
  await withFolder(async folder => {
    const [{files}] = JSON.parse(
      run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
    ) as [{files: {path: string}[]}];
    const [tarball] = readdirSync(folder);
    assert.ok(statSync(path.join(folder, tarball)).size < 13e6);
    const paths = files.map(file => file.path);
    for (const file of [
      'data/mnist.npz',
      'dist/source/engines/wasm/kernels.wasm',
      'dist/source/dataset/augment/change.wasm',
    ]) {
      assert.ok(paths.includes(file), file);
    }
    for (const licence of ['LICENSE', 'data/README.md', 'dist/source/THIRD-PARTY.txt']) {
      assert.ok(paths.includes(licence), licence);
    }
    const unwanted = paths.filter(name => /test|\.tsx?$|assembly|build/.test(name));
    assert.deepEqual(unwanted, []);

    const place = path.join(folder, 'a b#c');
    mkdirSync(place);
    writeFileSync(path.join(place, 'package.json'), '{"private": true}');
    // The optional engines are large; the program has to work without them.
    // With npm's own patience every package takes 10 seconds where there is no network.
    const retries = ['--fetch-retries=1', '--fetch-retry-mintimeout=200', '--fetch-retry-maxtimeout=500'];
    const install = ['install', '--omit=optional', '--no-audit', '--no-fund', ...retries, path.join(folder, tarball)];
    const {status, stderr, error} = start('npm', install, place);
    const unreached = noRegistry.exec(stderr);
    if (unreached !== null) return t.skip(`skipped: no registry (${unreached[1]})`);
    assert.equal(status, 0, error?.message ?? stderr);
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const program = path.join(place, 'node_modules', 'mnist-tui', 'dist', 'source', 'cli.js');
    assert.match(run(process.execPath, [program, '--version'], elsewhere), /^\d+\.\d+\.\d+\n$/);
    assert.match(run(process.execPath, [program, 'show', '200'], elsewhere), /^test 200: label 3\n/);
    const model = path.join(elsewhere, 'model.npz');
    const trained = run(process.execPath, [program, 'train', '--epochs', '1', '--json', '--model', model], elsewhere);
    assert.match(trained, /"reason":"epochs"/);
  });
});
