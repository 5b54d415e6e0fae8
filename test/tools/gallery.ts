// Draws docs/gallery.md and its pictures from a walk through the real dashboard.
// node dist/test/tools/gallery.js
import {mkdirSync, writeFileSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {cellsOf, grounds} from '../helpers/cells.js';
import {filmOf} from '../helpers/film-svg.js';
import {type Stop, walk, walkWithHighRate} from '../helpers/walk.js';
import {walkOfLesson} from '../helpers/walk-lesson.js';
import {walkOfRace} from '../helpers/walk-race.js';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const usual = {columns: 100, rows: 30};
const [small, large] = [
  {columns: 80, rows: 24},
  {columns: 200, rows: 50},
];
/** Of the walks on a small and a large terminal, what is shown. */
const others = ['end', 'cell', 'unit', 'map-now', 'race'];

const lines: string[] = [];

/** Keeps a picture of what stands on the screen, once it has been written whole. */
async function keep({name, caption, terminal}: Stop, suffix: string): Promise<void> {
  await wait(400);
  const file = `gallery/${name}${suffix}.svg`;
  writeFileSync(`${docs}${file}`, filmOf([{at: 0, cells: cellsOf(terminal.emulator, grounds.dark)}], 0, grounds.dark));
  lines.push(caption, '', `![${caption.replaceAll('`', '')}](${file})`, '');
}

mkdirSync(`${docs}gallery`, {recursive: true});
lines.push('# A walk through the dashboard', '', 'Seed 1, on a terminal of 100 × 30.', '');
await walk(usual, stop => keep(stop, ''));
await walkWithHighRate(usual, stop => keep(stop, ''));
await walkOfRace(usual, stop => keep(stop, ''));
lines.push('## The lesson', '');
await walkOfLesson(usual, stop => keep(stop, ''));
for (const [title, size, suffix] of [
  ['## On 80 × 24', small, '-80'],
  ['## On 200 × 50', large, '-200'],
] as const) {
  lines.push(title, '');
  await walk(size, stop => (others.includes(stop.name) ? keep(stop, suffix) : undefined));
  await walkOfRace(size, stop => (others.includes(stop.name) ? keep(stop, suffix) : undefined));
}
writeFileSync(`${docs}gallery.md`, `${lines.join('\n').trimEnd()}\n`);
