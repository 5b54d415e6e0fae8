import '../helpers/in-russian.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {worded} from '../../source/dataset/dataset.js';
import {count, duration, enginePlace} from '../../source/text/format.js';
import {counted} from '../../source/words/fill.js';
import {speak, spokenLanguage} from '../../source/words/language.js';
import {map} from '../../source/words/map.js';

describe('in Russian', () => {
  it('a number of things has the word that fits it', () => {
    const said = (number: number): string => counted(map.mistakes, {count: number});
    assert.deepEqual([0, 1, 2, 5, 11, 12, 21, 22, 25, 111].map(said), [
      '0 ошибок',
      '1 ошибка',
      '2 ошибки',
      '5 ошибок',
      '11 ошибок',
      '12 ошибок',
      '21 ошибка',
      '22 ошибки',
      '25 ошибок',
      '111 ошибок',
    ]);
  });

  it('thousands are apart by a blank, and the decimal mark is a point', () => {
    assert.equal(count(1_234_567), '1\u00A0234\u00A0567');
    assert.equal(counted({other: '{count}'}, {count: 12_345}), '12\u00A0345');
    assert.equal(duration(1.25), '1.3 с');
    assert.equal(duration(240), '4 мин');
    assert.equal(enginePlace('wasm', 'CPU', 2), 'wasm на CPU, 2 потока');
  });

  it('digits that are images of something else are declined alike', () => {
    const cases = 'цифра, цифры, цифре, цифру, цифрой, цифр, цифрам, цифрами, цифрах, Цифры';
    assert.equal(
      worded(cases, {classNames: ['Bag']}),
      'картинка, картинки, картинке, картинку, картинкой, картинок, картинкам, картинками, картинках, Картинки',
    );
    assert.equal(worded(cases, {}), cases);
  });

  it('a language cannot be taken up once words have been read', async () => {
    assert.equal(spokenLanguage(), 'ru');
    await assert.rejects(speak('ru'), /^Error: words were read before Russian was taken up$/);
  });
});
