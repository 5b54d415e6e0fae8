// Runs the compiled tests: node dist/test/run.js [--slow] [PART OF A FILE'S NAME …]
// What repeats, takes long on a device in software, or needs the network, stands in files named *.slow.test.ts. They are
// left out unless --slow asks for them alone, as .ci/run does.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

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

/** What a file has that needs a process of its own: another home folder, the environment, fake time, a terminal. */
const needsItsOwn =
  /helpers\/(?:environment|terminal|dashboard|shell|doctor|bench|registry)\.js|\bmock\b|process\.(?:env|chdir|exitCode)|\bprocess\.std(?:out|err)|catchStrays/;

/**
 * Files of which many run in one process, since most of what a short file costs is its process, and much else what it
 * shares with others: the language, or the states that frames are drawn of. A file is in the first group that it suits.
 */
const together: readonly {readonly group: string; readonly suits: RegExp; readonly processes: number}[] = [
  {
    group: 'programs',
    suits: /helpers\/(?:python|oracle-model|two-runs)\.js|runProgram|programPath|worker_threads|child_process/,
    processes: 2,
  },
  {group: 'workers', suits: /helpers\/worker\.js/, processes: 1},
  {group: 'russian', suits: /helpers\/in-russian\.js/, processes: 1},
  {
    group: 'frames',
    suits: /helpers\/(?:frame-states|frame-run|frames|screen-frames|small-screens|wanted-frames|lesson-pages)\.js/,
    processes: 1,
  },
  {group: 'others', suits: /^/, processes: 2},
];

/** The files to run: those that need no process of their own are imported by a few. */
function inFewProcesses(all: readonly string[]): readonly string[] {
  const texts = new Map(all.map(file => [file, readFileSync(file, 'utf8')]));
  const pure = [...texts].filter(([, text]) => !needsItsOwn.test(text));
  if (pure.length < 20) return all;
  const groups = together.flatMap(({group, processes}) => {
    const members = pure.filter(([, text]) => together.find(({suits}) => suits.test(text))?.group === group);
    return Array.from({length: processes}, (_, place) => {
      const file = path.join(folder, `together-${group}-${place + 1}.js`);
      const imports = members.filter((__, index) => index % processes === place);
      writeFileSync(file, imports.map(([name]) => `import ${JSON.stringify(pathToFileURL(name).href)};\n`).join(''));
      return file;
    });
  });
  return [...groups, ...all.filter(file => needsItsOwn.test(texts.get(file) ?? ''))];
}

if (files.length === 0) {
  // Without files Node would look for tests by itself.
  process.stderr.write(`no test file${slow ? ' for --slow' : ''} has ${wanted.join(' or ')} in its name\n`);
  process.exitCode = 1;
} else {
  // Node 20 counts the time limit by file, later versions by test as well. What is slow is not slowed down further.
  const [concurrency, minutes] = slow ? [1, 15] : [2, 5];
  const limits = [`--test-concurrency=${concurrency}`, `--test-timeout=${minutes * 60_000}`];
  const {status} = spawnSync(
    process.execPath,
    ['--test', '--test-reporter=spec', ...limits, ...inFewProcesses(files)],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
}
