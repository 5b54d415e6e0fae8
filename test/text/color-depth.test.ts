import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type ColorDepth, colorDepth} from '../../source/text/color-depth.js';

const depth = (env: NodeJS.ProcessEnv): ColorDepth => colorDepth(env, 'linux');

describe('the depth of colours', () => {
  it('is that of the terminal by its name', () => {
    const expected: [ColorDepth, string[]][] = [
      [8, ['xterm-256color', 'tmux-256color', 'screen-256color', 'xterm-kitty', 'alacritty', 'foot', 'wezterm']],
      [8, ['xterm-ghostty', 'foot-extra', 'konsole-256color']],
      [24, ['xterm-direct']],
      [4, ['xterm', 'screen', 'tmux', 'rxvt-unicode', 'linux', 'xterm-color', 'ansi']],
      [1, ['dumb', '', 'vt100', 'unknown']],
    ];
    for (const [bits, names] of expected) for (const TERM of names) assert.equal(depth({TERM}), bits, TERM);
    assert.equal(depth({}), 1);
  });

  it('is that of COLORTERM, where it says more', () => {
    assert.equal(depth({TERM: 'xterm', COLORTERM: 'truecolor'}), 24);
    assert.equal(depth({TERM: 'foot', COLORTERM: '24bit'}), 24);
    assert.equal(depth({TERM: 'unknown', COLORTERM: 'yes'}), 4);
  });

  it('is none with NO_COLOR, also against FORCE_COLOR, but not when it is empty', () => {
    assert.equal(depth({TERM: 'xterm-256color', NO_COLOR: '1'}), 1);
    assert.equal(depth({TERM: 'xterm-256color', NO_COLOR: '1', FORCE_COLOR: '3'}), 1);
    assert.equal(depth({TERM: 'xterm-256color', NO_COLOR: ''}), 8);
  });

  it('is what FORCE_COLOR asks for', () => {
    const asked = {0: 1, false: 1, '': 4, 1: 4, true: 4, 2: 8, 3: 24} as const;
    for (const [FORCE_COLOR, bits] of Object.entries(asked)) assert.equal(depth({TERM: 'dumb', FORCE_COLOR}), bits);
  });

  it("is all on Windows' own console", () => {
    assert.equal(colorDepth({}, 'win32'), 24);
    assert.equal(colorDepth({TERM: 'xterm-256color'}, 'win32'), 8);
    assert.equal(colorDepth({NO_COLOR: '1'}, 'win32'), 1);
  });
});
