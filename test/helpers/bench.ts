import assert from 'node:assert/strict';
import {kindsOf} from './json-kinds.js';
import {fixture, jsonLines} from './program.js';
import type {Run} from './stage.js';

/**
 * Checks what bench says, on 64 images.
 * @param engines those that it has to measure
 * @param automatic the engine that `auto` has to take
 */
export async function expectBench(run: Run, engines: readonly string[], automatic: string): Promise<void> {
  const args = ['bench', '--data', fixture('data-files/compressed.npz'), '--batch-size', '16'];
  const json = await run(...args, '--json');
  assert.equal(json.exitCode, 0, json.stderr);
  const lines = jsonLines(json.stdout);
  assert.equal(kindsOf('bench', lines).at(-1), 'fastest');
  const rows = lines.filter(({type}) => type === 'engine');
  assert.deepEqual([...new Set(rows.map(({engine}) => engine))], engines);
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
    auto: automatic,
  });
  const text = await run(...args);
  assert.match(text.stdout, /wasm on CPU, 1 thread +\d+\.\d{3} +[\d,]+ +\d+\.\d\n/);
  assert.match(text.stdout, new RegExp(`\nFastest: .*\\. auto takes ${automatic}\\.\n.*MNIST_TUI_ENGINE=\\w+`));
}
