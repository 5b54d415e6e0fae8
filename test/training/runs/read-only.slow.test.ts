import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {chmodSync, chownSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {decodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {homeIn, programEnvironment} from '../../helpers/environment.js';
import {fixture, jsonLines, programPath, type Result, withFolder} from '../../helpers/program.js';

const small = fixture('data-files/compressed.npz');
const wasm = ['--engine', 'wasm', '--threads', '1', '--data', small];
const train = ['train', ...wasm, '--batch-size', '8', '--no-early-stop'];
const windows = process.platform === 'win32' ? 'skipped: permissions are other on Windows' : false;
/** A clock that goes fifty times as fast: it saves each fiftieth of a second. */
const clock = 'data:text/javascript,const now=performance.now.bind(performance);performance.now=()=>now()*50';

/** Root may write anywhere: then the program is another user's. */
const user = process.getuid?.() === 0 ? {uid: 65534, gid: 65534} : {};
const runsIn = (home: string): string => path.join(home, 'data', 'mnist-tui', 'runs');

/** A home folder that is that user's, with a run in it; and what runs a command there. */
async function withHome(use: (home: string, run: (...args: string[]) => Result) => Promise<void>): Promise<void> {
  await withFolder(async home => {
    chmodSync(home, 0o755);
    if (user.uid !== undefined) chownSync(home, user.uid, user.gid);
    const run = (...args: string[]): Result => {
      const env = programEnvironment(homeIn(home));
      const options = {encoding: 'utf8', env, cwd: home, timeout: 60_000, ...user} as const;
      const {stdout, stderr, status} = spawnSync(process.execPath, [programPath, ...args], options);
      return {stdout, stderr, exitCode: status};
    };
    const {exitCode, stderr} = run(...train, '--epochs', '40');
    assert.deepEqual([exitCode, stderr], [0, '']);
    await use(home, run);
  });
}

describe('a folder of runs that cannot be written', {skip: windows}, () => {
  it('is said before the first step, and everything is read from it as before', async () => {
    await withHome(async (home, run) => {
      const [file = ''] = readdirSync(runsIn(home));
      chmodSync(runsIn(home), 0o555);
      const refused = run(...train);
      assert.match(
        refused.stderr,
        /^mnist-tui: .*runs.*: cannot be written \(EACCES.*\); choose a place with --model\n$/,
      );
      assert.deepEqual([refused.stdout, refused.exitCode], ['', 1]);
      const name = file.replace('.npz', '');
      const star = run('runs', 'star', name);
      assert.match(star.stderr, /^mnist-tui: .*: its star could not be written \(EACCES.*\)\n$/);
      assert.match(run('runs', 'remove', name).stderr, /^mnist-tui: .*: could not be removed \(EACCES.*\)\n$/);
      const readers = [
        ['runs'],
        ['runs', 'show', name],
        ['predict', '0', '--data', small],
        ['report', path.join(home, 'a.html'), '--data', small],
        [...train, '--model', path.join(home, 'w.npz'), '--epochs', '1'],
      ];
      for (const args of readers) assert.equal(run(...args).exitCode, 0, args.join(' '));
      assert.deepEqual(readdirSync(runsIn(home)), [file]);
    });
  });

  const mounts = spawnSync('unshare', ['-m', 'true']).status === 0;
  it('is said where the file system is read-only', {skip: mounts ? false : 'skipped: no rights to mount'}, async () => {
    await withHome(async home => {
      const script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"';
      const command = ['-m', 'sh', '-c', script, runsIn(home), process.execPath, programPath, ...train];
      const env = programEnvironment(homeIn(home));
      const {stdout, stderr, status} = spawnSync('unshare', command, {encoding: 'utf8', env, timeout: 60_000});
      assert.match(stderr, /^mnist-tui: .*: cannot be written \(EROFS.*\); choose a place with --model\n$/);
      assert.deepEqual([stdout, status], ['', 1]);
    });
  });

  it('is said once while a run goes on, and that it is saved again when it can be', async () => {
    await withHome(async home => {
      const env = programEnvironment(homeIn(home));
      const args = ['--import', clock, programPath, ...train, '--epochs', '10000', '--json'];
      const child = spawn(process.execPath, args, {env, ...user});
      const ended = new Promise<number | null>(resolve => child.on('close', resolve));
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', data => {
        stdout += String(data);
        if (readdirSync(runsIn(home)).length === 2 && stderr === '') chmodSync(runsIn(home), 0o555);
      });
      child.stderr.on('data', data => {
        stderr += String(data);
        if (stderr.includes('saved again')) child.kill('SIGINT');
        else chmodSync(runsIn(home), 0o755);
      });
      assert.equal(await ended, 130, stderr);
      const [fault, mended, ...more] = stderr.trim().split('\n');
      assert.match(
        fault ?? '',
        /^mnist-tui: the weights could not be saved \(EACCES.*\): .*; choose a place with --model$/,
      );
      assert.match(mended ?? '', /^mnist-tui: the weights are saved again: .*\.npz$/);
      assert.deepEqual(more, []);
      const end = jsonLines(stdout).at(-1);
      assert.equal(decodeCheckpoint(readFileSync(String(end?.model)), '').info?.epoch, end?.epochs);
    });
  });
});
