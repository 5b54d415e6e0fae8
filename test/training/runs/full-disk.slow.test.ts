import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {decodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {programEnvironment} from '../../helpers/environment.js';
import {fixture, jsonLines, programPath, withFolder} from '../../helpers/program.js';

const epochs = 60;
const train = ['train', '--engine', 'wasm', '--threads', '1', '--data', fixture('data-files/compressed.npz'), '--json'];
const small = ['--batch-size', '1', '--hidden', '16', '--no-early-stop', '--epochs', String(epochs)];
/** A clock that goes fifty times as fast: it saves each fiftieth of a second. */
const clock = 'data:text/javascript,const now=performance.now.bind(performance);performance.now=()=>now()*50';

type Result = {readonly stdout: string; readonly stderr: string; readonly status: number | null};

/** Runs the program from a shell script, which has it as "$@". */
function shell(script: string, args: readonly string[], wrap: readonly string[] = []): Result {
  const [command = 'sh', ...rest] = [...wrap, 'sh', '-c', script, 'sh'];
  const program = [process.execPath, '--import', clock, programPath, ...args];
  return spawnSync(command, [...rest, ...program], {encoding: 'utf8', env: programEnvironment(), timeout: 120_000});
}

const read = (file: string): ReturnType<typeof decodeCheckpoint> => decodeCheckpoint(readFileSync(file), file);

/** Checks what a run came to that could be saved at first, and then no more; and that what was saved goes on as it should. */
function checkFull({stdout, stderr, status}: Result, file: string, whole: string, reason: RegExp): void {
  assert.equal(status, 1, stderr);
  const lines = jsonLines(stdout);
  assert.equal(lines.filter(({type}) => type === 'epoch').length, epochs, 'it trains on to its end');
  const end = lines.at(-1);
  assert.deepEqual([end?.type, end?.reason, end?.model], ['end', 'epochs', undefined]);
  const told = stderr.trim().split('\n');
  assert.ok(told.length === 2, stderr);
  for (const line of told) {
    assert.match(line, /^mnist-tui: the weights could not be saved \(.*\): .*w\.npz; choose a place with --model$/);
    assert.match(line, reason);
  }
  assert.deepEqual(readdirSync(path.dirname(file)), ['w.npz']);
  const {epoch = 0} = read(file).info ?? {};
  assert.ok(epoch < epochs, `${epoch} epochs were saved`);
  const rest = shell('exec "$@"', [...train, '--resume', '--model', file]);
  assert.equal(rest.status, 0, rest.stderr);
  const [is, should] = [read(file), read(whole)];
  assert.deepEqual(is.state, should.state);
  const figures = ({info}: typeof is): unknown => info?.history.map(record => ({...record, seconds: 0}));
  assert.deepEqual(figures(is), figures(should));
}

/** The same run where there is room. */
function trainWhole(folder: string): string {
  const file = path.join(folder, 'whole.npz');
  const {status, stderr} = shell('exec "$@"', [...train, ...small, '--model', file]);
  assert.deepEqual([status, stderr], [0, '']);
  return file;
}

describe('a run whose disk is full after its first save', {skip: process.platform === 'win32'}, () => {
  it('trains on, says so at once and at its end, and leaves what was saved: where files may not grow', async () => {
    await withFolder(async folder => {
      const whole = trainWhole(folder);
      const file = path.join(folder, 'own', 'w.npz');
      mkdirSync(path.dirname(file));
      // In blocks of 512 bytes: room for the network and four moments.
      const result = shell('ulimit -f 800; exec "$@"', [...train, ...small, '--model', file]);
      checkFull(result, file, whole, /EFBIG/);
    });
  });

  const mounts = spawnSync('unshare', ['-m', 'true']).status === 0;
  it('does so where the file system is full', {skip: mounts ? false : 'skipped: no rights to mount'}, async () => {
    await withFolder(async folder => {
      const whole = trainWhole(folder);
      const [full, out] = [path.join(folder, 'full'), path.join(folder, 'out')];
      for (const each of [full, out]) mkdirSync(each);
      // Room for the file and the one that takes its place, as long as they are small.
      const script = `mount -t tmpfs -o size=700k none '${full}' && "$@"; code=$?; cp '${full}'/* '${out}'; exit $code`;
      const args = [...train, ...small, '--model', path.join(full, 'w.npz')];
      const result = shell(script, args, ['unshare', '-m']);
      checkFull(result, path.join(out, 'w.npz'), whole, /ENOSPC/);
    });
  });
});
