import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {type Background, createPaint, type Role} from '../../source/text/paint.js';

const roles: readonly Role[] = [
  ...(['title', 'inverse', 'accent', 'good', 'bad', 'notice', 'train', 'test', 'dim', 'more', 'less'] as const),
];
const backgrounds = ['dark', 'light'] as const;

/** The code that a role's text begins with, empty where it has none. */
const codeOf = (role: Role, depth: 4 | 8 | 24, background: Background): string =>
  createPaint(depth, background)(role, 'text').split('text')[0]?.slice(2, -1) ?? '';

/** The contrast of two colours, red, green and blue of 0 to 255, by WCAG 2. */
function contrast(...colors: [readonly number[], readonly number[]]): number {
  const [darker = 0, lighter = 0] = colors
    .map(color =>
      color
        .map(value => value / 255)
        .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, channel) => sum + value * [0.2126, 0.7152, 0.0722][channel], 0),
    )
    .sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** One of the 256 colours that every terminal shows alike: a cube of six steps, then greys. */
function xtermColor(number: number): number[] {
  assert.ok(number >= 16 && number < 256, `${number} is the user's own colour`);
  if (number >= 232) return new Array<number>(3).fill(8 + 10 * (number - 232));
  return [36, 6, 1].map(place => [0, 95, 135, 175, 215, 255][Math.floor((number - 16) / place) % 6]);
}

describe('paint', () => {
  it('leaves text as it is without colours', () => {
    const paint = createPaint(1, 'dark');
    for (const role of roles) assert.equal(paint(role, 'text'), 'text');
  });

  it('wraps text in codes of which the second undoes the first', () => {
    const paint = createPaint(4, 'dark');
    assert.equal(paint('good', 'right'), '\u001B[32mright\u001B[39m');
    assert.equal(paint('bad', 'wrong'), '\u001B[31mwrong\u001B[39m');
    assert.equal(paint('inverse', 'x'), '\u001B[7mx\u001B[27m');
    // Foreground colours are undone by 39, bold and faint by 22, inverse by 27.
    const undo = new Map([
      [1, 22],
      [2, 22],
      [7, 27],
    ]);
    for (const role of roles) {
      const painted = paint(role, 'text');
      assert.equal(stripVTControlCharacters(painted), 'text');
      const [on, off] = painted.split('text').map(code => Number(code.slice(2, -1)));
      assert.equal(off, undo.get(on) ?? 39, role);
    }
  });

  it('has a colour of its own for each line of the chart, and for right and wrong', () => {
    const paint = createPaint(4, 'dark');
    assert.equal(new Set((['train', 'test', 'good', 'bad'] as const).map(role => paint(role, 'x'))).size, 4);
  });

  it('writes no codes around nothing', () => {
    assert.equal(createPaint(4, 'dark')('title', ''), '');
  });

  it('has a contrast of 4.5 at least with 256 colours, on white and on black and near-black', () => {
    assert.ok(Math.abs(contrast([0, 0, 0], [255, 255, 255]) - 21) < 1e-9);
    assert.ok(Math.abs(contrast(xtermColor(243), [255, 255, 255]) - 4.54) < 0.01, '#767676 on white is 4.54');
    const papers = {
      light: [[255, 255, 255]],
      dark: [
        [0, 0, 0],
        [0x1e, 0x1e, 0x1e],
      ],
    } as const;
    for (const background of backgrounds) {
      for (const depth of [8, 24] as const) {
        for (const role of roles.slice(2)) {
          const [, number = ''] = /^38;5;(\d+)$/.exec(codeOf(role, depth, background)) ?? [];
          for (const paper of papers[background]) {
            const found = contrast(xtermColor(Number(number)), paper);
            assert.ok(found >= 4.5, `${role} ${number} on ${background}: ${found}`);
          }
        }
      }
    }
  });

  it('is never yellow, cyan, white, bright or faint on light in 16 colours, nor dark blue or black on dark', () => {
    const codes = (background: Background): string[] => roles.slice(2).map(role => codeOf(role, 4, background));
    for (const code of codes('light')) assert.ok(['', '31', '32', '34', '35'].includes(code), code);
    for (const code of codes('dark')) assert.ok(['31', '32', '33', '35', '36', '94', '2'].includes(code), code);
  });

  it('keeps red for wrong, green for right, and each line of the chart and more and less apart, everywhere', () => {
    for (const background of backgrounds) {
      for (const depth of [4, 8] as const) {
        const code = (role: Role): string => codeOf(role, depth, background);
        const others = roles.filter(role => role !== 'good' && role !== 'bad').map(code);
        assert.ok(!others.includes(code('good')) && !others.includes(code('bad')));
        assert.equal(new Set((['train', 'test'] as const).map(code)).size, 2);
        assert.notEqual(code('more'), code('less'));
      }
    }
  });
});
