import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import {type Cells, cellsOf, grounds} from '../helpers/cells.js';
import {filmOf} from '../helpers/film-svg.js';

const require = createRequire(import.meta.url);
const {Terminal} = require('@xterm/headless') as typeof import('@xterm/headless');

/** What a terminal of 12 × 3 makes of some output. */
async function shown(output: string): Promise<Cells> {
  const terminal = new Terminal({cols: 12, rows: 3, allowProposedApi: true});
  await new Promise<void>(resolve => terminal.write(output, resolve));
  return cellsOf(terminal, grounds.dark);
}

/** An element of an SVG with its text. */
type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

/** Reads XML as far as a picture has it; fails where a tag is not closed in its place. */
function parsed(xml: string): Element {
  const top: Element = {name: '', attributes: {}, children: [], text: ''};
  const open = [top];
  for (const [, closing, name, attributes, alone, text] of xml.matchAll(
    /<(\/?)(\w+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+|<)/g,
  )) {
    const within = open[open.length - 1];
    if (text !== undefined) {
      assert.doesNotMatch(text, /<|&(?!#\d+;)/);
      within.text += text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    } else if (closing !== '') {
      assert.equal(open.pop()?.name, name);
    } else {
      const all = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      const element: Element = {name, attributes: Object.fromEntries(all), children: [], text: ''};
      within.children.push(element);
      if (alone === '') open.push(element);
    }
  }
  assert.deepEqual(open, [top]);
  assert.equal(top.children.length, 1);
  return top.children[0];
}

/** How far down the rule `name` moves a strip at a part of the film, 0 to 1. */
function shiftAt(css: string, name: string, part: number): number {
  const rule = css.split('@keyframes ').find(text => text.startsWith(`${name}{`)) ?? '';
  const steps = [...rule.matchAll(/([\d.]+)%\{transform:translateY\((-?\d+)px\)\}/g)];
  assert.equal(Number(steps[0]?.[1]), 0, name);
  return Number(steps.findLast(([, percent]) => Number(percent) <= 100 * part)?.[2]);
}

type Spot = {readonly x: number; readonly y: number};
const row = 16;

/** The colour of a spot in a still group of shapes, or that of the letter whose cell it is in, with the letter. */
function seenIn(elements: readonly Element[], {x, y}: Spot): string | undefined {
  let seen: string | undefined;
  for (const {name, attributes, text} of elements) {
    if (name === 'path') {
      for (const [, left, top, width, height] of attributes.d.matchAll(/M([-\d.]+) ([-\d.]+)h([\d.]+)v([\d.]+)/g)) {
        const [right, bottom] = [Number(left) + Number(width), Number(top) + Number(height)];
        if (x > Number(left) && x < right && y > Number(top) && y < bottom) seen = attributes.fill;
      }
    } else if (name === 'text') {
      const [left, line] = [Number(attributes.x), Number(attributes.y)];
      assert.equal(attributes.textLength, text.length === 1 ? undefined : String(8 * text.length));
      const letter = text[Math.floor((x - left) / 8)] ?? ' ';
      if (x > left && y < line && y > line - 12 && letter !== ' ') seen = `${letter} ${attributes.fill ?? ''}`.trim();
    }
  }
  return seen;
}

/** What is seen of a film at a spot and a time, in part of its length; without a part as where nothing moves. */
function seenAt(film: Element, spot: Spot, part?: number): string | undefined {
  const css = film.children.find(({name}) => name === 'style')?.text ?? '';
  let seen = seenIn(film.children, spot);
  for (const {name, attributes, children} of film.children) {
    const [x, y] = [spot.x - Number(attributes.x), spot.y - Number(attributes.y)];
    const inside = x > 0 && x < Number(attributes.width) && y > 0 && y < Number(attributes.height);
    if (name !== 'svg' || !inside) continue;
    const [strip] = children;
    const rule = strip.attributes.style.replace('animation-name:', '');
    seen = seenIn(strip.children, {x, y: y - (part === undefined ? 0 : shiftAt(css, rule, part))}) ?? seen;
  }
  return seen;
}

/** The letters of a film, read at the middle of the upper half of each cell. */
const lettersAt = (film: Element, part?: number): string[] =>
  [0, 1, 2].map(line =>
    Array.from({length: 12}, (_, column) => seenAt(film, {x: 8 * column + 4, y: row * line + 5}, part)?.[0] ?? ' ')
      .join('')
      .trimEnd(),
  );

const texts = [
  'a <b> & c\r\nstep 1',
  'a <b> & c\r\nstep 20  x',
  'a <b> & d\r\nstep 3\r\nend',
  'a <b> & d\r\nstep 1\r\nend',
];
const times = [0, 1, 2.5, 6];
const frames = await Promise.all(texts.map(async (text, index) => ({at: times[index], cells: await shown(text)})));
const svg = filmOf(frames, 8, grounds.dark);

describe('the film of the screen', () => {
  it('shows every frame from its time until the next', () => {
    const film = parsed(svg);
    for (const [index, text] of texts.entries()) {
      const wanted = [...text.split('\r\n'), '', ''].slice(0, 3);
      const end = times[index + 1] ?? 8;
      for (const time of [times[index] + 0.01, (times[index] + end) / 2, end - 0.01]) {
        assert.deepEqual(lettersAt(film, time / 8), wanted, `at ${time}`);
      }
    }
  });

  it('shows the last frame where nothing may move', () => {
    assert.deepEqual(lettersAt(parsed(svg)), texts[3].split('\r\n'));
  });

  it('takes its length, forgoes movement for those who ask for it, and needs no scripts', () => {
    assert.match(svg, /animation:8s step-end infinite/);
    assert.match(svg, /prefers-reduced-motion:reduce\)\{g\{animation:none!important\}/);
    assert.doesNotMatch(svg, /script|href/);
  });

  it('keeps what never changes out of what moves, and a picture that comes back once', () => {
    const moving = parsed(svg).children.filter(({name}) => name === 'svg');
    const words = moving.flatMap(({children: [strip]}) => strip.children.map(({text}) => text));
    assert.deepEqual(words.toSorted(), ['1', '20', 'x', '3', 'c', 'd', 'end'].toSorted());
  });

  it('draws blocks, lines and colours where they are', async () => {
    const cells = await shown('▚▐▂▍░\r\n\u001B[38;5;81;48;5;16m▀\u001B[0;7mi\u001B[0;2mf\u001B[0m\r\n│');
    const still = parsed(filmOf([{at: 0, cells}], 0, grounds.dark));
    const {ink, paper} = grounds.dark;
    /** The colours of the left and right upper, then lower, quarter of a cell. */
    const quarters = (column: number, line: number): (string | undefined)[] =>
      [1, 3].flatMap(down => [1, 3].map(over => seenAt(still, {x: 8 * column + 2 * over, y: row * line + 4 * down})));
    assert.deepEqual(quarters(0, 0), [ink, undefined, undefined, ink]);
    assert.deepEqual(quarters(1, 0), [undefined, ink, undefined, ink]);
    assert.deepEqual(quarters(2, 0), [undefined, undefined, undefined, undefined]);
    assert.equal(seenAt(still, {x: 20, y: 13}), ink);
    assert.equal(seenAt(still, {x: 24 + 2.9, y: 5}), ink);
    assert.equal(seenAt(still, {x: 24 + 3.1, y: 5}), undefined);
    // A quarter of #d7dce0 on #101418.
    assert.deepEqual(quarters(4, 0), new Array(4).fill('#42464a'));
    assert.deepEqual(quarters(0, 1), ['#5fd7ff', '#5fd7ff', '#000000', '#000000']);
    assert.equal(seenAt(still, {x: 12, y: row + 5}), `i ${paper}`);
    assert.equal(seenAt(still, {x: 12, y: row + 15}), ink);
    // Six tenths of it.
    assert.equal(seenAt(still, {x: 20, y: row + 5}), 'f #878c90');
    assert.equal(seenAt(still, {x: 4, y: 2 * row + 15}), ink);
    assert.equal(seenAt(still, {x: 2, y: 2 * row + 15}), undefined);
  });
});
