import assert from 'node:assert/strict';
import {it} from 'node:test';
import {kindsOf} from '../helpers/json-lines.js';
import {fixture, jsonLines, runProgram, withFolder} from '../helpers/program.js';

it('bench measures every engine that works here on a dataset, and names the fastest and the automatic one', async () => {
  await withFolder(async folder => {
    const args = ['bench', '--data', fixture('data-files/compressed.npz'), '--batch-size', '16'];
    const env = {XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder};
    const json = await runProgram([...args, '--json'], {env});
    assert.equal(json.exitCode, 0, json.stderr);
    const lines = jsonLines(json.stdout);
    assert.equal(kindsOf('bench', lines).at(-1), 'fastest');
    const rows = lines.filter(({type}) => type === 'engine');
    assert.ok(rows.some(({engine, threads}) => engine === 'wasm' && threads === 1));
    for (const row of rows) {
      // 64 images make four batches of 16; what is said of the speed has to agree.
      assert.ok(Number(row.secondsPerEpoch) > 0);
      assert.ok(Math.abs(Number(row.imagesPerSecond) * Number(row.secondsPerEpoch) - 64) < 1e-6);
    }
    const fastest = [...rows].sort((a, b) => Number(a.secondsPerEpoch) - Number(b.secondsPerEpoch))[0];
    assert.deepEqual(lines.at(-1), {
      type: 'end',
      fastest: fastest.engine,
      ...(fastest.threads === undefined ? {} : {threads: fastest.threads}),
      auto: 'wasm',
    });
    const text = await runProgram(args, {env});
    assert.match(text.stdout, /wasm on CPU, 1 thread +\d+\.\d{3} +[\d,]+ +\d+\.\d\n/);
    assert.match(text.stdout, /\nFastest: .*\. auto takes wasm\.\n.*MNIST_TUI_ENGINE=\w+/);
  });
});
