// Compiles the WebAssembly kernels, each where its sources, this file or the compiler are others than when it was made.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);
const compiler = path.join(path.dirname(require.resolve('assemblyscript/package.json')), 'bin', 'asc.js');
const common = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort='];
const threads = ['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];
const kernels = [
  {
    source: 'source/engines/wasm/assembly/kernels.ts',
    output: 'dist/source/engines/wasm/kernels.wasm',
    options: ['--enable', 'simd,relaxed-simd,threads,bulk-memory', ...threads],
  },
  {
    source: 'source/dataset/augment/assembly/change.ts',
    output: 'dist/source/dataset/augment/change.wasm',
    options: ['--enable', 'simd,bulk-memory'],
  },
];

/** A checksum of a kernel and of what it is made of: the files of its folder, this one, and the compiler. */
function checksumOf({source, output}) {
  const folder = path.join(root, path.dirname(source));
  const sources = readdirSync(folder).sort();
  const files = [...sources.map(name => path.join(folder, name)), fileURLToPath(import.meta.url)];
  if (existsSync(path.join(root, output))) files.push(path.join(root, output));
  const hash = createHash('sha256').update(require('assemblyscript/package.json').version);
  for (const file of files) hash.update(`${path.basename(file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

for (const kernel of kernels) {
  const record = path.join(root, 'dist', `${path.basename(kernel.output)}.made-of`);
  if (existsSync(record) && readFileSync(record, 'utf8') === checksumOf(kernel)) continue;
  const args = [compiler, kernel.source, ...common, ...kernel.options, '-o', kernel.output];
  const {status} = spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'});
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(record, checksumOf(kernel));
}
