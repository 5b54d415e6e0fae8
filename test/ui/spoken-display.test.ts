import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createStore, frames} from '../../source/state/store.js';
import type {TakenTerminal} from '../../source/terminal/terminal.js';
import {keyLines, spokenDisplay, summaryLines} from '../../source/ui/spoken-display.js';
import {fakeClock} from '../helpers/clock.js';
import {idle} from '../helpers/state.js';

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
    assert.ok(opening.endsWith('test 0: label 0\np predicts it\n'), opening);
    for (let key = 0; key < 30; key++) {
      store.dispatch({type: 'move', by: 1});
      clock.advance(33);
    }
    clock.advance(250);
    assert.ok(written.length <= 6, written.join(''));
    assert.equal(written.at(-1), 'test 30: label 0\n');
    display.end();
    store.dispatch({type: 'move', by: 1});
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
    store.dispatch({type: 'resize', columns: 80, rows: 24});
    clock.advance(250);
    assert.equal(written.splice(0).join(''), opening);
    store.dispatch({type: 'move', by: 5});
    clock.advance(250);
    assert.deepEqual(written, ['test 5: label 5\n']);
  });

  it('writes no control characters but line feeds, whatever files and devices are called', () => {
    const store = createStore({...idle, notice: 'a\u001B[2Jb\u0007\r\u009Bc'}, () => {}, frames.lines);
    const written: string[] = [];
    const display = spokenDisplay(store);
    display.open(writingTo(written));
    display.controls.toggleKeys?.();
    display.controls.toggleSummary?.();
    display.controls.toggleArt?.();
    display.end();
    assert.match(written.join(''), /^[\n -~]*$/);
    assert.ok(written.join('').includes('a\\x1b[2Jb'));
  });

  it('has the keys and the model summary as lines without columns and rules', () => {
    assert.ok(keyLines(idle).includes('Left: previous digit'));
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
