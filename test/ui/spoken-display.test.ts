import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createStore, frames} from '../../source/state/store.js';
import type {TakenTerminal} from '../../source/terminal/terminal.js';
import {keyLines, spokenDisplay, summaryLines} from '../../source/ui/spoken-display.js';
import {fakeClock} from '../helpers/clock.js';
import {acted, idle} from '../helpers/state.js';

/** A terminal that keeps what is written to it. */
const writingTo = (written: string[]): TakenTerminal =>
  ({write: (text: string) => void written.push(text)}) as unknown as TakenTerminal;

describe('the dashboard for a screen reader', () => {
  it('says at most four times a second where a key that is held has come to', context => {
    const clock = fakeClock(context);
    const store = createStore(idle, () => {}, frames.lines);
    const written: string[] = [];
    const display = spokenDisplay(store);
    display.open(writingTo(written));
    const opening = written.splice(0).join('');
    assert.ok(opening.endsWith('test 0: label 0\np shows the answer\n'), opening);
    for (let key = 0; key < 30; key++) {
      store.act({type: 'move', by: 1});
      clock.advance(33);
    }
    clock.advance(250);
    assert.ok(written.length <= 6, written.join(''));
    assert.equal(written.at(-1), 'test 30: label 0\n');
    display.end();
    store.act({type: 'move', by: 1});
    clock.advance(1000);
    assert.equal(written.at(-1), 'test 30: label 0\n');
  });

  it('says all of it anew after clear, then what has changed', context => {
    const clock = fakeClock(context);
    const store = createStore(idle, () => {}, frames.lines);
    const written: string[] = [];
    const display = spokenDisplay(store);
    display.open(writingTo(written));
    const opening = written.splice(0).join('');
    display.clear();
    store.act({type: 'resize', columns: 80, rows: 24});
    clock.advance(250);
    assert.equal(written.splice(0).join(''), opening);
    store.act({type: 'move', by: 5});
    clock.advance(250);
    assert.deepEqual(written, ['test 5: label 5\n']);
  });

  it('writes no control characters but line feeds, whatever files and devices are called', () => {
    const notice = 'a\u001B[2Jb\u0007\r\u009Bc';
    const store = createStore(acted(idle, {type: 'say', notice, once: false}), () => {}, frames.lines);
    const written: string[] = [];
    const display = spokenDisplay(store);
    display.open(writingTo(written));
    for (const overlay of ['keys', 'summary'] as const) display.takes({type: 'toggle-overlay', overlay});
    display.takes({type: 'toggle-art'});
    display.end();
    assert.match(written.join(''), /^[\n -~]*$/);
    assert.ok(written.join('').includes('a\\x1b[2Jb'));
  });

  it('says at once what would cover the panels or change the picture, and leaves all else to the state', () => {
    const store = createStore(idle, () => {}, frames.lines);
    const written: string[] = [];
    const display = spokenDisplay(store);
    display.open(writingTo(written));
    written.length = 0;
    assert.equal(display.takes({type: 'toggle-overlay', overlay: 'keys'}), true);
    assert.match(written.splice(0).join(''), /^Left Right: previous, next digit\n/);
    assert.equal(display.takes({type: 'toggle-overlay', overlay: 'summary'}), true);
    assert.match(written.splice(0).join(''), /^Layer \(type\), Output Shape, Param #\n/);
    for (const action of [{type: 'why'}, {type: 'toggle-overlay', overlay: 'numbers'}] as const) {
      assert.equal(display.takes(action), true);
      assert.deepEqual(written.splice(0), ['working\n']);
    }
    for (const action of [{type: 'toggle-art'}, {type: 'draw'}, {type: 'hold'}] as const) {
      assert.equal(display.takes(action), true);
      assert.deepEqual(written.splice(0), ['no pictures with --screen-reader\n']);
    }
    for (const type of ['train', 'predict', 'close', 'suspend'] as const) assert.equal(display.takes({type}), false);
    assert.deepEqual(written, []);
    display.end();
  });

  it('has the keys and the model summary as lines without columns and rules', () => {
    assert.ok(keyLines(idle).includes('Left Right: previous, next digit'));
    assert.ok(keyLines(idle).includes('q Ctrl+C: quit'));
    assert.deepEqual(summaryLines(idle).slice(0, 5), [
      'Layer (type), Output Shape, Param #',
      'Linear-1, [-1, 128], 100,480',
      'ReLU-2, [-1, 128], 0',
      'Linear-3, [-1, 10], 1,290',
      'Total params: 101,770',
    ]);
  });
});
