import '../helpers/in-russian.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pages} from '../../source/lesson/pages.js';
import {sheetOf} from '../../source/lesson/sheet.js';
import {at, checkNames, checkRoom} from '../helpers/lesson-pages.js';

describe('the pages of the lesson in Russian', () => {
  checkNames();

  checkRoom();

  it('have the Python and the right answers of the English ones', () => {
    assert.equal(sheetOf(at(4)).code[0], 'x = images.reshape(-1, 784) / 255  # здесь: i');
    assert.match(sheetOf(at(6, undefined, {answers: {6: 1}})).reply ?? '', /^Верно\. 784 веса/);
    for (const [place] of pages.entries()) assert.doesNotMatch(sheetOf(at(place + 1)).text, /\{|\.\.\./);
  });
});
