// Draws the dashboard as an SVG from its real screen: the picture in the README.
// node dist/test/tools/screenshot.js FILE [COLUMNS ROWS [KEYS [TEXT TO WAIT FOR [light]]]]
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {IBufferCell, Terminal} from '@xterm/headless';
import {programPath} from '../helpers/program.js';
import {openTerminal} from '../helpers/terminal.js';

const cell = {width: 9, height: 18};
const [file = 'dashboard.svg', columns = '80', rows = '24', keys = 'g8\rt', wanted = 'early stop', theme = 'dark'] =
  process.argv.slice(2);
const [paper, ink, track] = theme === 'light' ? ['#ffffff', '#24292f', '#dde3e8'] : ['#101418', '#d7dce0', '#2a3138'];
const basic = ['#000000', '#d9534f', '#5fb760', '#d8b44a', '#4a90d9', '#b07cc6', '#45b5c4', '#c8ccd0'];
const bright = ['#6b7278', '#ff7b72', '#7ee787', '#f2cc60', '#79c0ff', '#d2a8ff', '#76e3ea', '#ffffff'];
const eighths = '▏▎▍▌▋▊▉█';

function paletteColor(index: number): string {
  if (index < 8) return basic[index];
  if (index < 16) return bright[index - 8];
  const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
  const grey = 8 + 10 * (index - 232);
  const rgb =
    index >= 232
      ? [grey, grey, grey]
      : [Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6].map(level);
  return `rgb(${rgb.join()})`;
}

function colors(from: IBufferCell): {front: string; back: string | undefined} {
  const front = from.isFgDefault() ? ink : paletteColor(from.getFgColor());
  const back = from.isBgDefault() ? undefined : paletteColor(from.getBgColor());
  return from.isInverse() ? {front: back ?? paper, back: front} : {front, back};
}

const escapeXml = (text: string): string => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`);

function draw(terminal: Terminal): string {
  const shapes: string[] = [];
  const rect = (x: number, y: number, width: number, height: number, color: string): void => {
    shapes.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`);
  };
  for (let row = 0; row < terminal.rows; row++) {
    const line = terminal.buffer.active.getLine(row);
    for (let column = 0; column < terminal.cols; column++) {
      const found = line?.getCell(column);
      if (found === undefined) continue;
      const {front, back} = colors(found);
      const [x, y] = [column * cell.width, row * cell.height];
      const sign = found.getChars();
      if (back !== undefined) rect(x, y, cell.width, cell.height, back);
      if (sign === '▀') rect(x, y, cell.width, cell.height / 2, front);
      else if (sign !== '' && eighths.includes(sign)) {
        rect(x, y + 2, (cell.width * (eighths.indexOf(sign) + 1)) / 8, cell.height - 4, front);
      } else if (sign === '░') rect(x, y + 2, cell.width, cell.height - 4, track);
      else if (sign.trim() !== '') {
        const style = `${found.isBold() ? ' font-weight="bold"' : ''}${found.isDim() ? ' opacity="0.6"' : ''}`;
        shapes.push(`<text x="${x}" y="${y + 14}" fill="${front}"${style}>${escapeXml(sign)}</text>`);
      }
    }
  }
  const [width, height] = [terminal.cols * cell.width, terminal.rows * cell.height];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 ${width + 24} ${height + 12}" width="${width + 24}"`,
    ' font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14.5">',
    `<rect x="-12" y="-12" width="100%" height="100%" rx="8" fill="${paper}"/>`,
    ...shapes,
    '</svg>\n',
  ].join('\n');
}

const folder = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
const args = ['--theme', theme, '--model', path.join(folder, 'model.npz')];
const terminal = openTerminal(process.execPath, [programPath, ...args], {
  columns: Number(columns),
  rows: Number(rows),
});
await terminal.until('the dashboard', text => text.includes(' on CPU'));
terminal.press(keys);
await terminal.until(wanted, text => text.includes(wanted), 120);
writeFileSync(file, draw(terminal.emulator));
terminal.press('q');
await terminal.exited;
rmSync(folder, {recursive: true});
