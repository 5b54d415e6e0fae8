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

  it('is shown on Windows, which has no locale of that kind', () => {
    assert.equal(unicode({}, 'win32'), true);
    assert.equal(unicode({TERM: 'dumb'}, 'win32'), false);
  });
});
