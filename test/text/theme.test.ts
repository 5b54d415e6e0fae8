import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createTheme} from '../../source/text/theme.js';

const utf8 = {LANG: 'en_US.UTF-8'};
const terminal = {isTTY: true};

const isColored = (theme: ReturnType<typeof createTheme>): boolean => theme.paint('good', 'x') !== 'x';

describe('colours', () => {
  it('are 26 greys with 256 colours or more, four with 16, none with fewer', () => {
    const seen = [{COLORTERM: 'truecolor'}, {TERM: 'xterm-256color'}, {TERM: 'xterm'}, {TERM: 'vt100'}].map(env => {
      const theme = createTheme(terminal, {...utf8, ...env}, 'linux', true);
      return [theme.greys, isColored(theme)];
    });
    assert.deepEqual(seen, [
      [26, true],
      [26, true],
      [4, true],
      [0, false],
    ]);
  });

  it('are off when the person says so, by option, by NO_COLOR or by a dumb terminal', () => {
    const xterm = {...utf8, TERM: 'xterm-256color'};
    for (const theme of [
      createTheme(terminal, xterm, 'linux', false),
      createTheme(terminal, {...xterm, NO_COLOR: '1'}, 'linux', true),
      createTheme(terminal, {...utf8, TERM: 'dumb'}, 'linux', true),
    ]) {
      assert.equal(theme.greys, 0);
      assert.equal(isColored(theme), false);
    }
    assert.equal(createTheme(terminal, {...xterm, NO_COLOR: '1'}, 'linux', true).unicode, true);
  });

  it('are those for the background that is told, else of COLORFGBG, else for a dark one', () => {
    const on = (COLORFGBG: string | undefined, told?: 'dark' | 'light'): string =>
      createTheme(terminal, {...utf8, TERM: 'xterm-256color', COLORFGBG}, 'linux', true, told).background;
    for (const COLORFGBG of ['0;15', '0;7', '0;default;15']) assert.equal(on(COLORFGBG), 'light', COLORFGBG);
    for (const COLORFGBG of [undefined, '', '15;0', '7;0', '15', '12;8', 'default;default', '0;17', '15;default;0']) {
      assert.equal(on(COLORFGBG), 'dark', COLORFGBG);
    }
    assert.deepEqual([on('0;15', 'dark'), on('15;0', 'light')], ['dark', 'light']);
    const painted = (['dark', 'light'] as const).map(background =>
      createTheme(terminal, {TERM: 'xterm-256color'}, 'linux', true, background).paint('test', 'x'),
    );
    assert.notEqual(painted[0], painted[1]);
  });

  it('are off where there is no terminal', () => {
    for (const stream of [{}, {isTTY: false}]) {
      const theme = createTheme(stream, {...utf8, TERM: 'xterm-256color'}, 'linux', true);
      assert.equal(theme.greys, 0);
      assert.equal(isColored(theme), false);
    }
  });
});

describe('Unicode', () => {
  const unicode = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux'): boolean =>
    createTheme(terminal, env, platform, true).unicode;

  it('is shown where the locale has it, however that is spelt', () => {
    for (const locale of ['en_US.UTF-8', 'de_DE.utf8', 'C.UTF-8', 'UTF-8']) assert.equal(unicode({LANG: locale}), true);
  });

  it('is not shown in the locales C and POSIX, in Latin-1, or without a locale', () => {
    for (const locale of ['C', 'POSIX', 'de_DE.ISO-8859-1']) assert.equal(unicode({LANG: locale}), false);
    assert.equal(unicode({}), false);
  });

  it('goes by LC_ALL before LC_CTYPE before LANG, of those that are not empty', () => {
    assert.equal(unicode({LC_ALL: 'C', LC_CTYPE: 'en_US.UTF-8', LANG: 'en_US.UTF-8'}), false);
    assert.equal(unicode({LC_ALL: 'en_US.UTF-8', LC_CTYPE: 'C', LANG: 'C'}), true);
    assert.equal(unicode({LC_CTYPE: 'C', LANG: 'en_US.UTF-8'}), false);
    assert.equal(unicode({LC_ALL: '', LC_CTYPE: 'en_US.UTF-8', LANG: 'C'}), true);
    assert.equal(unicode({LC_ALL: '', LC_CTYPE: '', LANG: 'en_US.UTF-8'}), true);
  });

  it('is not shown on the Linux console or a dumb terminal, whatever the locale', () => {
    assert.equal(unicode({...utf8, TERM: 'linux'}), false);
    assert.equal(unicode({...utf8, TERM: 'dumb'}), false);
    assert.equal(unicode({...utf8, TERM: 'xterm-256color'}), true);
  });

  it('is shown with all greys and colours in the terminals and the console of Windows', () => {
    for (const env of [
      {},
      {WT_SESSION: '5f1c', WT_PROFILE_ID: '{61c5}'},
      {WT_SESSION: '5f1c', TERM: 'xterm'},
      {TERM_PROGRAM: 'vscode'},
      {TERM_PROGRAM: 'mintty', TERM: 'xterm'},
      {ConEmuANSI: 'ON', TERM: 'cygwin'},
    ]) {
      const {unicode, greys, paint} = createTheme(terminal, env, 'win32', true);
      assert.deepEqual([unicode, greys, paint('bad', 'x') !== 'x'], [true, 26, true], JSON.stringify(env));
    }
    assert.equal(createTheme(terminal, {WT_SESSION: '5f1c'}, 'win32', false).greys, 0);
    assert.equal(createTheme(terminal, {WT_SESSION: '5f1c', NO_COLOR: '1'}, 'win32', true).greys, 0);
  });

  it('is shown on Windows, which has no locale of that kind', () => {
    assert.equal(unicode({}, 'win32'), true);
    assert.equal(unicode({TERM: 'dumb'}, 'win32'), false);
  });
});
