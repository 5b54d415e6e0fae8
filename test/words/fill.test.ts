import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {counted, fill} from '../../source/words/fill.js';

describe('a template', () => {
  it('has its names replaced, each wherever it stands', () => {
    assert.equal(fill('{a} of {b}, {a}', {a: 1, b: 'two'}), '1 of two, 1');
    assert.equal(fill('nothing', {}), 'nothing');
  });

  it('takes a value as it is, also one that looks like a name or a pattern', () => {
    assert.equal(fill('{a} {b}', {a: '{b}', b: '$&'}), '{b} $&');
  });
});

describe('a number of things', () => {
  const epochs = {one: '{count} epoch in {time}', other: '{count} epochs in {time}'} as const;

  it('has the word that fits, and its thousands apart', () => {
    assert.equal(counted(epochs, {count: 1, time: '2 s'}), '1 epoch in 2 s');
    assert.equal(counted(epochs, {count: 0, time: '2 s'}), '0 epochs in 2 s');
    assert.equal(counted(epochs, {count: 12_345, time: '2 s'}), '12,345 epochs in 2 s');
  });

  it('has the general word where there is none of its own', () => {
    assert.equal(counted({other: '{count} x'}, {count: 1}), '1 x');
  });
});

describe('the English words', () => {
  it('are plain ASCII without a name that is left open', async () => {
    const folder = new URL('../../source/words/en/', import.meta.url);
    const texts: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else for (const each of Object.values(value as object)) collect(each);
    };
    for (const file of readdirSync(folder).filter(name => name.endsWith('.js'))) {
      const words: object = await import(new URL(file, folder).href);
      for (const each of Object.values(words)) collect(each);
    }
    assert.ok(texts.length > 80);
    for (const text of texts) assert.match(text, /^([ -z|~]|\{[a-zA-Z]+\})+$/, text);
  });
});
