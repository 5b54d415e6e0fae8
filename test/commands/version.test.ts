import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {runProgram} from '../helpers/program.js';

const {version} = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

it('version says program, Node, platform and engines; --version says the number alone', async () => {
  for (const word of ['version', '-v']) {
    const {stdout, stderr, exitCode} = await runProgram([word]);
    const lines = stdout.split('\n');
    assert.deepEqual(lines.slice(0, 2), [`mnist-tui ${version}`, `Node ${process.versions.node}`]);
    assert.match(lines[2] ?? '', new RegExp(`^${process.platform} ${process.arch}, \\d+ cores?$`));
    assert.match(
      lines[3] ?? '',
      /^engines: tensorflow (\S+|not installed), webgpu (\S+|not installed), wasm built in$/,
    );
    assert.deepEqual([stderr, exitCode], ['', 0]);
  }
  assert.equal((await runProgram(['--version'])).stdout, `${version}\n`);
});
