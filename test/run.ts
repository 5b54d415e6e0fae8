// Runs the compiled tests in one go: node dist/test/run.js [PART OF A FILE'S NAME …]
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter(file => file.endsWith('.test.js'))
  .filter(file => wanted.length === 0 || wanted.some(part => file.split(path.sep).join('/').includes(part)))
  .sort()
  .map(file => path.join(folder, file));
if (files.length === 0) {
  // Without files Node would look for tests by itself.
  process.stderr.write(`no test file has ${wanted.join(' or ')} in its name\n`);
  process.exitCode = 1;
} else {
  const options = ['--test', '--test-reporter=spec', '--test-concurrency=2'];
  const {status} = spawnSync(process.execPath, [...options, ...files], {stdio: 'inherit'});
  process.exitCode = status ?? 1;
}
