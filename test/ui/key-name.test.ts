import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {keyName} from '../../source/ui/key-name.js';
import {pressed, typed} from '../helpers/terminal-input.js';

const namesOf = (text: string): string => typed(text).map(keyName).join('');

describe('the name of a key', () => {
  it('is the letter, whatever its case and whether it is typed on the English or the Russian layout', () => {
    assert.equal(namesOf('tTpPqQ'), 'ttppqq');
    const english = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    assert.equal(namesOf('йцукенгшщзхъфывапролджэячсмитьбюё'), english);
    assert.equal(namesOf('ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ'), 'qwertyuiopasdfghjklzxcvbnm');
    assert.equal(namesOf('юЮБхъ'), '.><[]');
  });

  it('is the character for all others, and the same with and without Shift for + and -', () => {
    assert.equal(namesOf('.?,<>[]1 漢'), '.?,<>[]1 漢');
    assert.equal(namesOf('=+-_'), '++--');
  });

  it('is another with Ctrl, Alt, Super and Meta, but the same with Shift', () => {
    const cases = {
      'ctrl+c': pressed('c', 'ctrl'),
      'ctrl+shift+c': pressed('c', 'ctrl shift'),
      'alt+t': pressed('T', 'alt shift'),
      'super+t': pressed('е', 'super'),
      'meta+t': pressed('t', 'meta'),
      'ctrl+left': pressed('left', 'ctrl'),
      left: pressed('left', 'shift'),
      tab: pressed('tab', 'shift'),
      f5: pressed('f5'),
    };
    for (const [name, key] of Object.entries(cases)) assert.equal(keyName(key), name);
  });
});
