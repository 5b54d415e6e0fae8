// npm run bench: measures everything in one run, prints the tables and writes them into docs/figures.md.
// PEERS names the folder of the programs in PyTorch, JAX and NumPy, PYTHON the Pythons that have these, separated by
// commas (python3); without PEERS they are left out.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {measureDrawing, terminals} from './draw.js';
import {measureFeel} from './feel.js';
import {measureGrowth} from './growth.js';
import {race, raceEpochs} from './race.js';
import {measureStages} from './stages.js';
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

async function measureSpeed(home: string): Promise<void> {
  const rows = (await race(home, say)).sort((a, b) => b.epoch - a.epoch);
  const best = rows[rows.length - 1];
  const fastest = Math.min(...rows.map(({whole}) => whole));
  table(
    [
      ...['trained on', 'one epoch with its evaluation, s', 'times as long as the fastest'],
      ...[`from the command to ${raceEpochs} epochs, s`, 'times as long as the fastest'],
    ],
    ...rows.map(({name, epoch, whole}) => [
      ...[name, seconds(epoch), (epoch / best.epoch).toFixed(2)],
      ...[whole.toFixed(2), (whole / fastest).toFixed(2)],
    ]),
  );
}

function measureCommand(home: string): void {
  say('where the time of train goes');
  table(
    ['`train`, from the command on', 'ms', 'since the command'],
    ...measureStages(home).map(({what, took, since}) => [what, took.toFixed(0), since.toFixed(0)]),
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
  await measureSpeed(folder);
  measureCommand(folder);
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
