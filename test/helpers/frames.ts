import {readFileSync} from 'node:fs';
import {stripVTControlCharacters} from 'node:util';
import {crop} from '../../source/text/crop.js';
import type {Panel, Size} from '../../source/ui/panel.js';
import {frameStates} from './frame-states.js';
import {type Kind, rolesByCode, themeOf} from './frame-theme.js';

/** Whether a grey of the 256 colours is nearer to ink. */
const isInk = (color: string): boolean => (color === '231' ? 25 : color === '16' ? 0 : Number(color) - 231) > 12;

/** What a cell with two greys is, by its inked halves. */
const halves = [' ', '▀', '▄', '█'];

/** A colour of the 256 that is no grey as a sign: `+` is orange, `-` blue. */
function signOf(color: string): string | undefined {
  const number = Number(color) - 16;
  const [red = 0, , blue = 0] = [36, 6, 1].map(place => Math.floor(number / place) % 6);
  return number < 0 || number > 215 || red === blue ? undefined : red > blue ? '+' : '-';
}

/** A line as text: roles as `{good:…}`, pixels as ink or paper, weights as signs. */
export function readable(line: string): string {
  return (
    line
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour sequence begins with one
      .replaceAll(/\u001B\[38;5;(\d+);48;5;(\d+)m(▀*)/g, (_, upper: string, lower: string, cells: string) =>
        (signOf(upper) ?? signOf(lower) ?? halves[(isInk(upper) ? 1 : 0) + (isInk(lower) ? 2 : 0)]).repeat(
          cells.length,
        ),
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      .replaceAll(/\u001B\[38;5;\d+;48;5;(\d+)m( +)/g, (_, paper: string, cells: string) =>
        (isInk(paper) ? '█' : ' ').repeat(cells.length),
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      .replaceAll(/\u001B\[48;5;(\d+)m( +)/g, (_, paper: string, cells: string) =>
        (isInk(paper) ? '█' : ' ').repeat(cells.length),
      )
      .replaceAll('\u001B[39;49m', '')
      .replaceAll('\u001B[49m', '')
      // What has one role is one, also where it was painted character by character.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      .replaceAll(/\u001B\[(1\d\d)m[^\u001B]*(?:\u001B\[0m\u001B\[\1m[^\u001B]*)*\u001B\[0m/g, (text, code: string) => {
        return `{${rolesByCode.get(code)}:${stripVTControlCharacters(text)}}`;
      })
  );
}

/** A frame to draw. */
export type Wanted = {
  readonly panel: Panel;
  readonly state: keyof typeof frameStates;
  readonly size: readonly [columns: number, lines: number];
  readonly kind: Kind;
};

/** What a frame is called where it is kept. */
export const frameName = ({panel, state, size, kind}: Wanted): string =>
  `${panel.name}, ${state}, ${size.join(' × ')}, ${kind}`;

/** The lines of a panel as they are drawn. */
export function drawnLines({panel, state, size: [columns, lines], kind}: Wanted): readonly string[] {
  return panel.draw(frameStates[state], {columns, lines}, themeOf(kind)).slice(0, lines);
}

/** A frame as it is kept: lines cut to their width as on the screen, each with a bar where the panel ends. */
export function frameOf(wanted: Wanted): string {
  return framed(drawnLines(wanted), {columns: wanted.size[0], lines: wanted.size[1]});
}

/** Lines cut to a width, with a bar at the end of each. */
export function framed(lines: readonly string[], {columns}: Size): string {
  return lines
    .map(line => {
      const shown = crop(line, columns);
      return `${readable(shown)}${' '.repeat(columns - stripVTControlCharacters(shown).length)}|\n`;
    })
    .join('');
}

/** Where the frames of a panel or of the whole screen are kept. */
export const framesPath = (name: string): URL => new URL(`../../../test/fixtures/frames/${name}.txt`, import.meta.url);

/** The frames that are kept in a file, by their names. */
export function keptFrames(name: string): Map<string, string> {
  const text = readFileSync(framesPath(name), 'utf8').replaceAll('\r\n', '\n');
  return new Map(
    text
      .split(/^§ /m)
      .slice(1)
      .map(part => {
        const end = part.indexOf('\n');
        return [
          part.slice(0, end),
          part
            .slice(end + 1)
            .trimEnd()
            .concat('\n'),
        ];
      }),
  );
}
