import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {InputParser} from '../../source/terminal/input.js';
import {assertEvents, bytesOf, csi, eventsOf, pressed, typed} from '../helpers/terminal-input.js';

const paste = (text: string): string => `${csi}200~${text}${csi}201~`;

describe('an ESC', () => {
  it('waits 40 ms for its rest, and is the key when none comes', () => {
    const parser = new InputParser();
    assert.equal(parser.patience, undefined);
    assert.deepEqual(parser.feed(bytesOf('\u001B')), []);
    assert.equal(parser.patience, 40);
    assert.deepEqual(parser.flush(), [pressed('escape')]);
    assert.equal(parser.patience, undefined);
    assert.deepEqual(parser.feed(bytesOf('[A')), typed('[A'));
  });

  it('counts each time it is pressed', () => {
    assert.deepEqual(eventsOf('\u001B\u001B'), [pressed('escape'), pressed('escape')]);
    assert.deepEqual(eventsOf('\u001B\u001B\u001B'), [pressed('escape'), pressed('escape'), pressed('escape')]);
    assertEvents('\u001B\u001Bt', [pressed('escape'), pressed('t', 'alt')]);
    assertEvents(`\u001B\u001B]11;?\u0007t`, [pressed('escape'), ...typed('t')]);
  });
});

describe('pasted text', () => {
  it('is one event, whatever is in it', () => {
    const contents = [
      'hello quit q',
      '',
      'é漢🙂\r\n\t',
      `${csi}A\u001B]11;rgb:0/0/0\u0007\u001B`,
      '\u0003\u0018\u001Bq',
    ];
    for (const text of [...contents, csi, `${csi}20`, `${csi}200~`, `\u001B${csi}201`, `${csi}${csi}2`]) {
      assertEvents(`t${paste(text)}p`, [...typed('t'), {type: 'paste', text}, ...typed('p')]);
    }
  });

  it('has no end without an end: only Ctrl+C after a second of silence ends it', () => {
    const parser = new InputParser();
    assert.deepEqual(parser.feed(bytesOf(`${csi}200~quit \u0003`)), []);
    assert.equal(parser.patience, 1000);
    assert.deepEqual(parser.flush(), []);
    assert.equal(parser.patience, undefined);
    assert.deepEqual(parser.feed(bytesOf('q')), []);
    assert.deepEqual(parser.feed(bytesOf('\u0003q')), [
      {type: 'paste', text: 'quit \u0003q'},
      pressed('c', 'ctrl'),
      ...typed('q'),
    ]);
  });

  it('is cut at 1,048,576 characters, and dropped from there to its end', () => {
    const [event, ...others] = eventsOf(paste(`${'~'.repeat(2 ** 20)}quit`), 'x');
    assert.ok(event?.type === 'paste' && event.text === '~'.repeat(2 ** 20));
    assert.deepEqual(others, typed('x'));
  });

  it('is not begun by its end', () => {
    assertEvents(`${csi}201~t`, typed('t'));
  });
});

describe('what is broken', () => {
  it('is no key when it is not UTF-8, and harms nothing around it', () => {
    const broken = ['80', 'ff', 'c3', 'e282', 'f09f99', 'c080', 'e08080', 'eda080', 'f4908080', 'f8888080', '9b', '8f'];
    for (const hex of broken) {
      const bytes = Buffer.concat([Buffer.from('t'), Buffer.from(hex, 'hex'), bytesOf(`p${csi}A`)]);
      assertEvents(bytes, [...typed('tp'), pressed('up')]);
    }
  });

  it('does not swallow the keys after it', () => {
    for (const begun of [`${csi}`, `${csi}1;`, `${csi}[`, '\u001BO', '\u001BO1;', `${csi}?1$`]) {
      assertEvents(`${begun}${csi}At`, [pressed('up'), ...typed('t')]);
      assertEvents(`${begun}\u0003`, [pressed('c', 'ctrl')]);
      assertEvents(`${begun}\u0018t`, typed('t'));
      assertEvents(`${begun}\u001At`, typed('t'));
      assertEvents(`${begun}é`, typed('é'));
    }
    for (const begun of ['\u001B]11;rgb', '\u001BPquit', '\u001B_quit', '\u001B^quit', '\u001BXquit']) {
      assertEvents(`${begun}${csi}At`, [pressed('up'), ...typed('t')]);
      assertEvents(`${begun}\u0003`, [pressed('c', 'ctrl')]);
      assertEvents(`${begun}\u0018t\u001At`, [...typed('t'), pressed('z', 'ctrl'), ...typed('t')]);
    }
    assertEvents(`${csi}${'1'.repeat(256)}1tq`, typed('tq'));
  });

  it('is given up after a time: a sequence after 40 ms, a string after a second', () => {
    const parser = new InputParser();
    for (const [begun, patience] of [
      [`${csi}1;5`, 40],
      [`${csi}M !`, 40],
      ['\u001BO5', 40],
      ['\u001B]', 40],
      ['\u001B]1', 1000],
      ['\u001BPquit\u001B', 1000],
    ] as const) {
      parser.feed(bytesOf(begun));
      assert.equal(parser.patience, patience, JSON.stringify(begun));
      parser.flush();
      assert.equal(parser.patience, undefined);
      assert.deepEqual(parser.feed(bytesOf('t')), typed('t'));
    }
  });

  it('is given up after a million characters of a string, where none ever falls silent', () => {
    assert.deepEqual(eventsOf(`\u001B]52;${'q'.repeat(2 ** 20 - 3)}`, 'qt'), typed('t'));
  });
});

describe('what made the dashboard stop, quit or forget', () => {
  it('is a key, an answer or nothing, but never letters', () => {
    assertEvents(`${csi}1;5P`, [pressed('f1', 'ctrl')]);
    assertEvents(`${csi}1;6P`, [pressed('f1', 'ctrl shift')]);
    assertEvents(`${csi}1;13P`, [pressed('f1', 'super ctrl')]);
    for (const input of ['\u001BP1+r524742\u001B\\', '\u001B]11;t\u001B\\', '\u001B]11;quit\u0007'])
      assertEvents(input, []);
    assertEvents(paste('the net'), [{type: 'paste', text: 'the net'}]);
  });
});
