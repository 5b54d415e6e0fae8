import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {languageNote, languageOf} from '../../source/config/language.js';

const utf8 = {LANG: 'C.UTF-8'};

describe('the language', () => {
  it('is the one that is asked for, whatever the locale is', () => {
    assert.equal(languageOf('ru', utf8, 'linux'), 'ru');
    assert.equal(languageOf('en', {LANG: 'ru_RU.UTF-8'}, 'linux'), 'en');
  });

  it("is the locale's otherwise: LC_ALL before LC_MESSAGES before LANG", () => {
    for (const [env, language] of [
      [{}, 'en'],
      [utf8, 'en'],
      [{LANG: 'ru_RU.UTF-8'}, 'ru'],
      [{LANG: 'ru_UA.utf8'}, 'ru'],
      [{LANG: 'ru.UTF-8@cyrillic'}, 'ru'],
      [{LANG: 'rue_UA.UTF-8'}, 'en'],
      [{LANG: 'de_DE.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8'}, 'ru'],
      [{LANG: 'ru_RU.UTF-8', LC_MESSAGES: 'en_GB.UTF-8'}, 'en'],
      [{LANG: 'ru_RU.UTF-8', LC_MESSAGES: '', LC_ALL: ''}, 'ru'],
      [{LANG: 'ru_RU.UTF-8', LC_ALL: 'C.UTF-8'}, 'en'],
      [{LC_MESSAGES: 'de_DE.UTF-8', LC_ALL: 'ru_RU.UTF-8'}, 'ru'],
    ] as const) {
      assert.equal(languageOf(undefined, env, 'linux'), language, JSON.stringify(env));
      assert.equal(languageNote(undefined, env, 'linux'), undefined, JSON.stringify(env));
    }
  });

  it('is English where the terminal cannot show Russian, which is said where that was asked for', () => {
    const note = 'Russian needs a locale with UTF-8, such as LANG=ru_RU.UTF-8: this is English';
    for (const [lang, env, expected] of [
      ['ru', {}, note],
      ['ru', {LANG: 'C'}, note],
      [undefined, {LANG: 'ru_RU.KOI8-R'}, note],
      [undefined, {LANG: 'ru_RU.UTF-8', LC_CTYPE: 'C'}, note],
      ['en', {LANG: 'ru_RU.KOI8-R'}, undefined],
      [undefined, {LANG: 'C'}, undefined],
    ] as const) {
      assert.equal(languageOf(lang, env, 'linux'), 'en');
      assert.equal(languageNote(lang, env, 'linux'), expected);
    }
  });

  it('needs no locale on Windows, whose terminals show Unicode', () => {
    assert.equal(languageOf('ru', {}, 'win32'), 'ru');
    assert.equal(languageOf(undefined, {}, 'win32'), 'en');
  });
});
