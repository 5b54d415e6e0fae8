import assert from 'node:assert/strict';
import {it} from 'node:test';
import {pastedPath} from '../../source/ui/pasted-path.js';
import {openKeys, paste} from '../helpers/keys.js';

it('a dropped picture is its path, however the terminal writes it', () => {
  for (const text of [
    '/home/me/my digit.png',
    "'/home/me/my digit.png'",
    '"/home/me/my digit.png"',
    '/home/me/my\\ digit.png ',
    'file:///home/me/my%20digit.png\n',
  ]) {
    assert.equal(pastedPath(text), '/home/me/my digit.png', text);
  }
  assert.equal(pastedPath('C:\\Users\\me\\seven.JPG'), 'C:\\Users\\me\\seven.JPG');
  assert.equal(pastedPath('one.jpeg\r\ntwo.png'), 'one.jpeg');
});

it('other text is none, nor a picture that is no file here', () => {
  for (const text of ['', 'png', '12', 'notes.txt', 'a.png.txt', 'quit q']) assert.equal(pastedPath(text), undefined);
});

it('a path is a picture where nothing is typed, and digits where an index is', () => {
  const {send, commands, exits} = openKeys();
  send(paste('/tmp/7.png'));
  assert.equal(send(`g${paste('/tmp/7.png')}\r`).choice.index, 7);
  assert.deepEqual([commands, exits], [[], []]);
});
