import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {listed, messageOf, printable, UserError} from '../source/errors.js';

describe('text from outside', () => {
  it('has no control character left: C0, DEL, C1, and marks of direction are written out', () => {
    const controls = Array.from({length: 0xa0}, (_, code) => String.fromCharCode(code)).filter(
      character => character < ' ' || character > '~',
    );
    const shown = printable(controls.join('a'));
    assert.match(shown, /^[ -~]+$/);
    assert.equal(printable('\u001b]0;title\u0007\u009b31m\u007f'), '\\x1b]0;title\\x07\\x9b31m\\x7f');
    assert.equal(printable('a\u202ebc\u2066'), 'a\\u202ebc\\u2066');
  });

  it('is one line, and else stays as it is', () => {
    assert.equal(printable('first \n  second\r\nthird\tfourth'), 'first second third fourth');
    assert.equal(printable('Größe 手 é 😀'), 'Größe 手 é 😀');
  });

  it('is cleaned by the UserError itself', () => {
    assert.equal(new UserError('\u001b[2J.npz: damaged').message, '\\x1b[2J.npz: damaged');
    assert.equal(messageOf(new Error('a\nb')), 'a\nb');
  });
});

describe('a list of names', () => {
  it('is whole when it is short', () => {
    assert.equal(listed(['x_train', 'y_train']), 'x_train, y_train');
    assert.equal(listed([]), '');
  });

  it('has ten names at most, and says how many more there are', () => {
    const names = Array.from({length: 3005}, (_, index) => `a${index % 10}`);
    assert.equal(listed(names), 'a0, a1, a2, a3, a4, a5, a6, a7, a8, a9 … and 2,995 more');
  });

  it('stays short with long names', () => {
    const text = listed(Array.from({length: 20}, () => 'long'.repeat(1000)));
    assert.ok(text.length < 160, text);
    assert.match(text, /… and 17 more$/);
  });
});
