// npm run bench: measures everything in one run, prints the tables and writes them into docs/figures.md.
// PEERS names the folder of the PyTorch programs, PYTHON the Pythons that have torch, separated by commas (python3);
// without PEERS they are left out.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, cpus, tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {enginePlace} from '../../source/text/format.js';
import {jsonLines, runProgram} from '../helpers/program.js';
import {measureDrawing, terminals} from './draw.js';
import {measureFeel} from './feel.js';
import {measureGrowth} from './growth.js';
import {measurePeers} from './peers.js';
import {measureStart} from './start.js';

const figuresPath = fileURLToPath(new URL('../../../docs/figures.md', import.meta.url));
const tables: string[] = [];

function table(...rows: readonly (readonly string[])[]): void {
  const [head, ...body] = rows;
  tables.push([head, head.map(() => '---'), ...body].map(cells => `| ${cells.join(' | ')} |`).join('\n'));
}

/** Milliseconds that 95 of 100 draws of a panel may take. */
const longestDraw = 8;

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const seconds = (value: number): string => value.toFixed(3);

async function measureSpeed(): Promise<void> {
  say('epochs on each engine');
  const {stdout} = await runProgram(['bench', '--json']);
  const engines = jsonLines(stdout)
    .filter(({type}) => type === 'engine')
    .map(row => ({
      name: enginePlace(String(row.engine), String(row.device), row.threads as number | undefined),
      seconds: Number(row.secondsPerEpoch),
    }));
  const {PEERS: folder, PYTHON: python = 'python3'} = process.env;
  if (folder === undefined) say('PEERS is not set: without PyTorch');
  const peers = [];
  for (const each of folder === undefined ? [] : python.split(',')) {
    peers.push(...(await measurePeers(folder ?? '', each, availableParallelism(), say)));
  }
  const rows = [...engines, ...peers].sort((a, b) => b.seconds - a.seconds);
  const best = rows[rows.length - 1].seconds;
  table(
    ['one epoch with its evaluation', 's', 'times as long as the fastest'],
    ...rows.map(row => [row.name, seconds(row.seconds), (row.seconds / best).toFixed(1)]),
  );
}

async function measureSizes(): Promise<void> {
  say('epochs at other sizes');
  const rows = await measureGrowth();
  const names: Readonly<Record<string, string>> = {
    hidden: 'hidden units',
    'batch-size': 'batch size',
    images: 'train images',
  };
  table(
    ['`wasm`, varied', 'size', 's an epoch', 'against the smallest'],
    ...rows.map(row => {
      const smallest = rows.find(({what}) => what === row.what) ?? row;
      const growth = `size × ${(row.size / smallest.size).toFixed(1)}: time × ${(row.seconds / smallest.seconds).toFixed(2)}`;
      return [names[row.what], String(row.size), seconds(row.seconds), growth];
    }),
  );
}

async function measureScreen(): Promise<void> {
  say('start');
  const {word, frame, digit} = await measureStart();
  say('keys, screen and memory');
  const feel = await measureFeel();
  const cpu = feel.idleCpuPercent === undefined ? 'not known here' : `${feel.idleCpuPercent.toFixed(1)} % of a core`;
  table(
    ['the dashboard', 'measured', 'wanted'],
    ['first frame, against an Ink program of one word', `× ${(frame / word).toFixed(2)}`, 'at most × 1.3'],
    ['first digit after the first frame', `${((digit - frame) / 1000).toFixed(2)} s`, 'at most 0.4 s'],
    ...feel.keys.map(({view, median, p95}) => [
      `key to repaint while training in the view ${view}, median and 95th percentile`,
      `${median.toFixed(0)} and ${p95.toFixed(0)} ms`,
      'the latter under 50 ms',
    ]),
    ['screen updates while training', `${feel.updatesPerSecond.toFixed(1)} a second`, 'under 15'],
    ['written while training', `${(feel.bytesPerSecond / 1000).toFixed(1)} kB a second`, 'under 60'],
    ['written while idle', `${feel.idleBytes} bytes`, '0'],
    ['processor while idle', cpu, 'under 1 %'],
    ...feel.memory.map(({epoch, megabytes}) => [
      `resident memory after epoch ${epoch}`,
      `${megabytes.toFixed(0)} MB`,
      'under 350 MB, flat',
    ]),
  );
}

/** Returns the panels that take too long. */
async function measurePanels(): Promise<string[]> {
  say('panels');
  const panels = await measureDrawing();
  const sizes = terminals.map(size => `${size.join(' × ')}: median, 95th percentile, worst`);
  table(
    ['panel, ms a draw', 'first', ...sizes],
    ...panels.map(({view, panel, first, times}) => {
      const cells = times.map(each =>
        each === undefined ? '' : [each.median, each.p95, each.worst].map(time => time.toFixed(2)).join(', '),
      );
      return [`${view}: ${panel}`, first.toFixed(1), ...cells];
    }),
  );
  return panels
    .filter(({times}) => times.some(each => each !== undefined && each.p95 > longestDraw))
    .map(({view, panel}) => `${view}: ${panel}`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
  process.env.XDG_CACHE_HOME = folder;
  await measureSpeed();
  await measureSizes();
  await measureScreen();
  const slow = await measurePanels();
  rmSync(folder, {recursive: true, force: true});
  const simd = process.arch === 'x64' ? 'x86-64' : process.arch;
  const intro = `Measured in one run on ${cpus().length} cores (${simd}), Node ${process.versions.node}.`;
  const text = [intro, ...tables].join('\n\n');
  process.stdout.write(`${text}\n`);
  const figures = readFileSync(figuresPath, 'utf8');
  const marked = /(<!-- bench: begin -->\n)[\s\S]*?(<!-- bench: end -->)/;
  writeFileSync(
    figuresPath,
    figures.replace(marked, (_, begin: string, end: string) => `${begin}${text}\n${end}`),
  );
  if (slow.length === 0) return;
  say(`more than ${longestDraw} ms a draw: ${slow.join(', ')}`);
  process.exitCode = 1;
}

await main();
