import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {imports, partOf} from '../helpers/imports.js';
import {namesIn, textsOf} from '../helpers/texts.js';

const english = await textsOf('en');
const russian = await textsOf('ru');

/** Which plural category a text is for, if it is for one; and its name without that. */
const pluralOf = (name: string): [name: string, category: string | undefined] => {
  const [, before = name, category] = /^(.*)\.(zero|one|two|few|many|other)$/.exec(name) ?? [];
  return english.has(`${before}.other`) && category !== undefined ? [before, category] : [name, undefined];
};

/** What says the same in English: of a number of things the general text. */
function originalOf(name: string): string | undefined {
  const [before, category] = pluralOf(name);
  return english.get(category === undefined ? name : `${before}.other`);
}

/** What is said of images in place of digits is another list in each language. */
const own = /^digits\.ofImages\./;

describe('the Russian words', () => {
  it('are there, all of them and no others', () => {
    assert.ok(english.size > 800);
    assert.deepEqual(
      [...english.keys()].filter(name => !own.test(name) && !russian.has(name)),
      [],
    );
    assert.deepEqual(
      [...russian.keys()].filter(name => !own.test(name) && originalOf(name) === undefined),
      [],
    );
  });

  it('keep the names that values stand for', () => {
    for (const [name, text] of russian) {
      const original = originalOf(name);
      if (original !== undefined) assert.deepEqual(namesIn(text), namesIn(original), `${name}: ${text}`);
    }
  });

  it('have a text for each plural category, with the number in it', () => {
    const plurals = [...russian.keys()].map(pluralOf).filter(([, category]) => category !== undefined);
    const counted = new Set(plurals.map(([name]) => name));
    assert.ok(counted.size > 15);
    for (const name of counted) {
      const original = english.get(`${name}.other`) ?? '';
      // Units are two kinds of parts, and no plural.
      if (!namesIn(original).includes('count')) continue;
      for (const category of ['one', 'few', 'many', 'other'])
        assert.match(russian.get(`${name}.${category}`) ?? '', /\{count\}/, `${name}.${category}`);
    }
  });

  it('are translated, but for what is the same in both', () => {
    const same = [...russian].filter(([name, text]) => /[a-z]{3}/i.test(text) && text === english.get(name));
    // Python, key names, placeholders alone.
    const left = same.filter(([, text]) => {
      const plain = text.replaceAll(/\{\w+\}/g, '').replaceAll(/\b(Enter|Esc|Space|softmax)\b/g, '');
      return /[a-z]{3}/i.test(plain) && !/ = |^if |^ {4}break/.test(plain);
    });
    assert.deepEqual(left, []);
  });

  it('have Russian quotation marks, dashes with blanks around them, and their ё', () => {
    for (const [name, text] of russian) {
      if (/\.code\./.test(name)) continue;
      assert.match(text, /^[ -~«»–—Ѐ-ӿ\u00A0]*$/, name);
      assert.doesNotMatch(text, /["„“”]|\S—|—\S|(?<!клавиша|клавиши| и| или|:) - [а-яё]/, `${name}: ${text}`);
      assert.doesNotMatch(
        text,
        /(^|[^а-яё])(еще|ее|нее|чем-то еще|идет|дает|найдет|прочтет|сотрет|ждет|мертв\S*|четверк\S*|пятерк\S*|шестерк\S*|семерк\S*|темн\S*|черн[ыоу]\S*|счет\S*|легк\S*)([^а-яё]|$)/i,
        `${name}: ${text}`,
      );
    }
  });
});

describe('the areas of words', () => {
  it('are what all others read words from', () => {
    const wrong = imports.filter(({from, to}) => partOf(from) !== 'words' && /^words\/(en|ru)\//.test(to));
    assert.deepEqual(wrong, []);
    assert.ok(imports.some(({from, to}) => from === 'ui/keymap.ts' && to === 'words/keys.ts'));
  });
});
