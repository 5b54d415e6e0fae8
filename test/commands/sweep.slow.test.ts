import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';

const options = [
  ...['--data', fixture('data-files/compressed.npz'), '--batch-size', '8', '--no-early-stop'],
  ...['--hidden', '4,8,16', '--learning-rate', '0.001,0.01', '--seeds', '2', '--epochs', '200'],
];
const sweep = (args: readonly string[], onOutput?: Parameters<typeof runProgram>[1]): Promise<Result> =>
  runProgram(['sweep', ...args], onOutput);

/** Lines in a fixed order, without the seconds. */
const timeless = (text: string): string[] =>
  jsonLines(text)
    .map(({seconds: _, ...run}) => JSON.stringify(run))
    .sort();

describe('a sweep', () => {
  it('refuses in one line what cannot be trained, before anything is', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'notes.csv');
      writeFileSync(file, 'my notes\n');
      const refused: [readonly string[], RegExp, number][] = [
        [['--batch-size', '1024', '--resume'], /--resume goes on with the runs in a file/, 2],
        [['--seed', '4294967295', '--seeds', '2'], /the last seed is 4294967295/, 2],
        [['--csv', file, '--batch-size', '8'], /is there already, and no CSV that sweep has written/, 1],
        [[file, '--csv', file, '--batch-size', '8'], /cannot have both lines and CSV/, 2],
        [['--merge'], /which files/, 2],
      ];
      for (const [args, message, code] of refused) {
        const {stdout, stderr, exitCode} = await sweep([
          ...(args.includes('--merge') ? [] : options.slice(0, 2)),
          ...args,
        ]);
        assert.match(stderr, message);
        assert.match(stderr, /^mnist-tui: [^\n]*\n$/);
        assert.deepEqual([stdout, exitCode], ['', code]);
      }
      assert.equal(readFileSync(file, 'utf8'), 'my notes\n');
      assert.ok(!existsSync('a.jsonl'));
    });
  });

  it('that a signal stops keeps what is done, and goes on to the same lines as one that is not stopped', {
    skip: process.platform === 'win32' && 'skipped: Windows has no signals',
  }, async () => {
    await withFolder(async folder => {
      const [whole, parts] = [path.join(folder, 'whole.jsonl'), path.join(folder, 'parts.jsonl')];
      await sweep([...options, whole]);
      const wanted = timeless(readFileSync(whole, 'utf8'));
      assert.equal(wanted.length, 12);
      for (const [signal, code] of [
        ['SIGINT', 130],
        ['SIGTERM', 143],
        ['SIGKILL', null],
      ] as const) {
        const goesOn = signal === 'SIGINT' ? [] : ['--resume'];
        const before = signal === 'SIGINT' ? 0 : jsonLines(readFileSync(parts, 'utf8')).length;
        const {exitCode} = await sweep([...options, '--threads', '1', '--json', ...goesOn, parts], {
          // Those that it had are told again, and one more.
          onOutput: (text, kill) => text.split('\n').length > before + 1 && kill(signal),
        });
        const {length} = jsonLines(readFileSync(parts, 'utf8'));
        assert.ok(length > before && length < 12, `${signal}: ${before} and ${length}`);
        assert.equal(exitCode, code, signal);
      }
      const {exitCode} = await sweep([...options, '--resume', parts]);
      assert.equal(exitCode, 0);
      assert.deepEqual(timeless(readFileSync(parts, 'utf8')), wanted);
    });
  });

  it('that is dealt into three comes together to the same lines and the same table', async () => {
    await withFolder(async folder => {
      const whole = path.join(folder, 'whole.jsonl');
      await sweep([...options, whole]);
      const files = [1, 2, 3].map(part => path.join(folder, `part-${part}.jsonl`));
      for (const [place, file] of files.entries()) await sweep([...options, '--shard', `${place + 1}/3`, file]);
      const merged = await sweep(['--merge', ...files, '--json']);
      assert.equal(merged.exitCode, 0);
      assert.deepEqual(timeless(merged.stdout), timeless(readFileSync(whole, 'utf8')));
      const two = await sweep(['--merge', ...files.slice(1)]);
      assert.match(two.stdout, /^learning rate {2}hidden/);
      assert.match(
        two.stderr,
        /^mnist-tui: 4 of 12 runs are missing: learning rate [^\n]*; and 1 more; train them [^\n]*\n$/,
      );
      assert.equal(two.exitCode, 1);
    });
  });
});
