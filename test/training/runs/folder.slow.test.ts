import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {decodeCheckpoint, decodeMoments} from '../../../source/training/formats/checkpoint.js';
import {homeIn, programEnvironment} from '../../helpers/environment.js';
import {fixture, jsonLines, programPath, type Result, runProgram, withFolder} from '../../helpers/program.js';

const small = fixture('data-files/compressed.npz');
const wasm = ['--engine', 'wasm', '--threads', '1', '--data', small];
const train = ['train', ...wasm, '--batch-size', '8', '--no-early-stop'];
const windows = process.platform === 'win32' ? 'skipped: permissions are other on Windows' : false;
const runsIn = (home: string): string => path.join(home, 'data', 'mnist-tui', 'runs');

describe('what the program writes', {skip: windows}, () => {
  for (const umask of [0o022, 0o077]) {
    it(`lies below the user's folders alone, with the umask ${umask.toString(8)}`, async () => {
      await withFolder(async folder => {
        const [home, work, temporary] = ['home', 'work', 'tmp'].map(name => path.join(folder, name));
        assert.ok(home !== undefined && work !== undefined && temporary !== undefined);
        for (const each of [home, work, temporary]) mkdirSync(each);
        const env = programEnvironment({...homeIn(home), TMPDIR: temporary});
        const commands = [
          [...train, '--epochs', '40'],
          [...train.slice(0, -1), '--resume', '--epochs', '41'],
          ['predict', '0', '--data', small],
          ['runs'],
        ];
        const script = `umask ${umask.toString(8)}; exec "$@"`;
        const run = (...args: string[]): string => {
          const command = ['-c', script, 'sh', process.execPath, programPath, ...args];
          const {status, stderr, stdout} = spawnSync('sh', command, {
            encoding: 'utf8',
            env,
            cwd: work,
            timeout: 60_000,
          });
          assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
          return stdout;
        };
        for (const args of commands) run(...args);
        run('runs', 'star', String(jsonLines(run('runs', '--json'))[0]?.name));
        assert.deepEqual([readdirSync(work), readdirSync(temporary)], [[], []]);
        assert.ok(
          readdirSync(home).every(name => ['data', 'cache'].includes(name)),
          readdirSync(home).join(),
        );
        run(...train, '--epochs', '2', '--model', 'w.npz', '--history', 'h.csv');
        for (const file of ['a.html', 'b.onnx', 'c.safetensors', 'd']) {
          const args = file === 'a.html' ? ['report', file, '--data', small] : ['export', file];
          run(...args, ...(file === 'd' ? ['--format', 'tfjs'] : []), '--model', 'w.npz');
        }
        const written = [...all(home), ...all(work)];
        assert.ok(written.length >= 12, written.join('\n'));
        for (const file of written) {
          const {mode} = lstatSync(file);
          const wanted = (lstatSync(file).isDirectory() ? 0o777 : 0o666) & ~umask;
          assert.equal((mode & 0o777).toString(8), wanted.toString(8), file);
        }
        assert.deepEqual(readdirSync(temporary), []);
      });
    });
  }
});

/** All that lies in a folder. */
const all = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(name => path.join(folder, name));

describe('two programs at once', {skip: windows}, () => {
  it('that begin runs have a file each, and those that go on with one run leave each other what they saved', async () => {
    await withFolder(async home => {
      const env = homeIn(home);
      const begun = await Promise.all([1, 2, 3].map(() => runProgram([...train, '--epochs', '30', '--json'], {env})));
      const files = begun.map(({stdout}) => String(jsonLines(stdout).at(-1)?.model));
      assert.equal(new Set(files).size, 3);
      const [file = ''] = files;
      const goesOn = ['train', ...wasm, '--resume', '--model', path.basename(file, '.npz'), '--json'];
      const both = await Promise.all(
        [1500, 2000].map(epochs => runProgram([...goesOn, '--epochs', String(epochs)], {env})),
      );
      const ends = both.map(({stdout, exitCode}) => {
        assert.equal(exitCode, 0);
        return jsonLines(stdout).at(-1);
      });
      const saved = ends.map(end => decodeCheckpoint(readFileSync(String(end?.model)), '').info?.epoch);
      assert.deepEqual(saved, [1500, 2000]);
      assert.match(both.map(({stderr}) => stderr).join(''), /^mnist-tui: .*was saved by another program, too; .*\n$/);
      assert.equal(readdirSync(runsIn(home)).length, 4);
    });
  });
});

it('the newest run is the one that was begun last, also where the clock was set back', {skip: windows}, async () => {
  await withFolder(async home => {
    const run = async (year: number, ...args: string[]): Promise<Result> => {
      const source = `const D=Date,t=D.UTC(${year},0,1);globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(t)}static now(){return t}}`;
      const date = `data:text/javascript,${encodeURIComponent(source)}`;
      const command = ['--import', date, programPath, ...args];
      const options = {encoding: 'utf8', env: programEnvironment(homeIn(home)), timeout: 60_000} as const;
      const {stdout, stderr, status} = spawnSync(process.execPath, command, options);
      return {stdout, stderr, exitCode: status};
    };
    const models: string[] = [];
    for (const year of [2030, 2020, 2010]) {
      const {stdout, stderr, exitCode} = await run(year, ...train, '--epochs', '40', '--json');
      assert.deepEqual([exitCode, stderr], [0, '']);
      models.push(String(jsonLines(stdout).at(-1)?.model));
      const answer = await run(year, 'predict', '0', '--data', small);
      assert.ok(answer.stderr.includes(models.at(-1) ?? ''), answer.stderr);
    }
    assert.deepEqual(readdirSync(runsIn(home)), models.map(file => path.basename(file)).sort());
    assert.match(models.join(), /-20300101-000000-1.*-20300101-000001-1.*-20300101-000002-1/);
  });
});

it('a run that is carried into the folder of another machine is listed, shown, and goes on as it would have', {
  skip: windows,
}, async () => {
  await withFolder(async folder => {
    const [here, there] = ['here', 'there'].map(name => homeIn(path.join(folder, name)));
    const whole = path.join(folder, 'whole.npz');
    assert.equal((await runProgram([...train, '--epochs', '60', '--model', whole])).exitCode, 0);
    const {stdout} = await runProgram([...train, '--epochs', '60', '--json'], {
      env: here ?? {},
      onOutput: (text, kill) => text.includes('"epoch":9,') && kill('SIGINT'),
    });
    const end = jsonLines(stdout).at(-1);
    assert.equal(end?.reason, 'stopped');
    const file = String(end?.model);
    const runs = runsIn(path.join(folder, 'there'));
    mkdirSync(runs, {recursive: true});
    const carried = path.join(runs, path.basename(file));
    copyFileSync(file, carried);
    const env = there ?? {};
    const [listed] = jsonLines((await runProgram(['runs', '--json'], {env})).stdout);
    assert.deepEqual([listed?.file, listed?.epochs], [carried, end?.epochs]);
    const shown = async (home: NodeJS.ProcessEnv): Promise<string> =>
      (await runProgram(['runs', 'show', String(listed?.name)], {env: home})).stdout.replace(/^File: .*$/m, '');
    const lines = (text: string): string => text.replace(/^Saved: .*$/m, '');
    assert.equal(lines(await shown(env)), lines(await shown(here ?? {})));
    const rest = await runProgram(['train', ...wasm, '--resume', '--json'], {env});
    assert.deepEqual([rest.exitCode, rest.stderr, jsonLines(rest.stdout).at(-1)?.model], [0, '', carried]);
    assert.deepEqual(facts(carried), facts(whole));
  });
});

/** All that a file says of its run, but for how long it took and the moments of its pause. */
function facts(file: string): unknown {
  const bytes = readFileSync(file);
  const {state, info} = decodeCheckpoint(bytes, file);
  assert.ok(info !== undefined);
  const history = info.history.map(record => ({...record, seconds: 0}));
  const moments = decodeMoments(bytes, info, file).filter(({endsEpoch}) => endsEpoch);
  return {state, info: {...info, history, moments: undefined}, best: moments.at(-1)};
}
