// Runs the compiled tests: node dist/test/run.js [--slow] [PART OF A FILE'S NAME …]
// What repeats, takes long on a device in software, or needs the network, stands in files named *.slow.test.ts. They are
// left out unless --slow asks for them alone, as .ci/run does.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = fileURLToPath(new URL('../../test', import.meta.url));
/** Parts of names, also as the path of a source file is typed: test/text/bars.test.ts. */
const wanted = process.argv
  .slice(2)
  .filter(argument => argument !== '--slow')
  .map(argument => argument.replace(/^\.?\/?test\//, '').replace(/\.ts$/, '.js'));
const slow = process.argv.includes('--slow');
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter(file => file.endsWith('.test.js') && file.endsWith('.slow.test.js') === slow)
  // A build leaves what was compiled from files that are gone by now.
  .filter(file => existsSync(path.join(sources, file.replace(/js$/, 'ts'))))
  .filter(file => wanted.length === 0 || wanted.some(part => file.split(path.sep).join('/').includes(part)))
  .sort()
  .map(file => path.join(folder, file));
if (files.length === 0) {
  // Without files Node would look for tests by itself.
  process.stderr.write(`no test file${slow ? ' for --slow' : ''} has ${wanted.join(' or ')} in its name\n`);
  process.exitCode = 1;
} else {
  // Node 20 counts the time limit by file, later versions by test as well. What is slow is not slowed down further.
  const [concurrency, minutes] = slow ? [1, 15] : [2, 5];
  const limits = [`--test-concurrency=${concurrency}`, `--test-timeout=${minutes * 60_000}`];
  const {status} = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...limits, ...files], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
