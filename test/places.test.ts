import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {cacheFolder, dataFolder, type Surroundings} from '../source/places.js';
import {homeIn} from './helpers/environment.js';
import {rejectsForPerson} from './helpers/errors.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from './helpers/program.js';

/** Surroundings whose list of users has a home folder, or is without the user as in many containers. */
function on(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home?: string): Surroundings {
  const accountHome = (): string => home ?? assert.fail('no such user');
  return {platform, env, accountHome};
}

const folders = (surroundings: Surroundings): (string | undefined)[] => [
  dataFolder(surroundings),
  cacheFolder(surroundings),
];

describe('the folders of the program', () => {
  it('are where the XDG variables say on Linux, else at their defaults below the home folder', () => {
    const defaults = ['/home/ann/.local/share/mnist-tui', '/home/ann/.cache/mnist-tui'];
    assert.deepEqual(folders(on('linux', {HOME: '/home/ann'})), defaults);
    assert.deepEqual(folders(on('freebsd', {}, '/home/ann')), defaults);
    const env = {HOME: '/home/ann', XDG_DATA_HOME: '/data', XDG_CACHE_HOME: '/cache'};
    assert.deepEqual(folders(on('linux', env)), ['/data/mnist-tui', '/cache/mnist-tui']);
    assert.deepEqual(folders(on('linux', {XDG_DATA_HOME: '/data', XDG_CACHE_HOME: '/cache'})), [
      '/data/mnist-tui',
      '/cache/mnist-tui',
    ]);
  });

  it('are those of macOS and Windows there', () => {
    assert.deepEqual(folders(on('darwin', {HOME: '/Users/ann', XDG_DATA_HOME: '/data'})), [
      '/Users/ann/Library/Application Support/mnist-tui',
      '/Users/ann/Library/Caches/mnist-tui',
    ]);
    const own = ['C:\\Users\\ann\\AppData\\Local\\mnist-tui\\Data', 'C:\\Users\\ann\\AppData\\Local\\mnist-tui\\Cache'];
    assert.deepEqual(folders(on('win32', {USERPROFILE: 'C:\\Users\\ann', HOME: 'D:\\elsewhere'})), own);
    assert.deepEqual(folders(on('win32', {}, 'C:\\Users\\ann')), own);
    assert.deepEqual(folders(on('win32', {LOCALAPPDATA: 'D:\\local'})), [
      'D:\\local\\mnist-tui\\Data',
      'D:\\local\\mnist-tui\\Cache',
    ]);
  });

  it('do not depend on the folder one works in: what is relative or empty counts as unset', () => {
    for (const text of ['', 'rel', './rel', '~/rel']) {
      assert.deepEqual(folders(on('linux', {HOME: text, XDG_DATA_HOME: text, XDG_CACHE_HOME: text}, '/home/ann')), [
        '/home/ann/.local/share/mnist-tui',
        '/home/ann/.cache/mnist-tui',
      ]);
    }
    assert.equal(cacheFolder(on('win32', {LOCALAPPDATA: 'rel', USERPROFILE: 'rel'})), undefined);
  });

  it('are missing without a home folder: nothing is cached, and who needs the data folder is told of --model', async () => {
    for (const surroundings of [on('linux', {}), on('darwin', {}), on('win32', {}), on('linux', {HOME: ''}, '')]) {
      assert.equal(cacheFolder(surroundings), undefined);
      await rejectsForPerson(() => dataFolder(surroundings), /^no home folder.*; give --model PATH$/);
    }
  });
});

it('the weights are in the data folder when no --model is given', async () => {
  await withFolder(async folder => {
    const env = homeIn(folder);
    const data = ['--data', fixture('data-files/compressed.npz'), '--json'];
    const small = ['--engine', 'wasm', '--epochs', '30', '--batch-size', '8'];
    const trained = await runProgram(['train', ...small, ...data], {env});
    const runs = path.join(dataFolder({platform: process.platform, env, accountHome: () => assert.fail()}), 'runs');
    const [name] = readdirSync(runs);
    assert.ok(runs.startsWith(folder));
    assert.match(name ?? '', /^mnist-\d{8}-\d{6}-1\.npz$/);
    assert.equal(jsonLines(trained.stdout).at(-1)?.model, path.join(runs, name ?? ''));
    assert.equal((await runProgram(['predict', '0', ...data], {env})).exitCode, 0);
  });
});

describe('a user without a home folder', () => {
  /** Lets Node answer as it does for a user who is in no list; as that user the tests could not read every checkout. */
  const listless = `data:text/javascript,${encodeURIComponent(`
    import os from 'node:os';
    import {syncBuiltinESMExports} from 'node:module';
    os.userInfo = os.homedir = () => { throw new Error('ENOENT'); };
    syncBuiltinESMExports();`)}`;
  const noHome = Object.fromEntries(Object.keys(homeIn('')).map(name => [name, undefined]));
  const env = {...noHome, NODE_OPTIONS: `--import=${listless}`};
  const run = (...args: string[]): Promise<Result> =>
    runProgram([...args, '--data', fixture('data-files/compressed.npz')], {env});
  const small = ['--engine', 'wasm', '--epochs', '1', '--batch-size', '16'];

  it('trains and predicts with --model', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'model.npz');
      const trained = await run('train', ...small, '--model', model);
      assert.deepEqual([trained.stderr, trained.exitCode], ['', 0]);
      const predicted = await run('predict', '0', '--json', '--model', model);
      assert.match(predicted.stderr, /^Weights: .*\n$/);
      assert.equal(predicted.exitCode, 0);
      assert.equal(jsonLines(predicted.stdout)[0].label, 7);
    });
  });

  it('is told to give it where it is missing, before anything else happens', async () => {
    for (const args of [
      ['train', ...small],
      ['predict', '0'],
    ]) {
      const {stdout, stderr, exitCode} = await run(...args);
      assert.match(stderr, /^mnist-tui: no home folder.*; give --model PATH\n$/);
      assert.deepEqual([stdout, exitCode], ['', 1]);
    }
  });
});
