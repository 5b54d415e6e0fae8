import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PersonAction} from '../../source/state/person-actions.js';
import type {RunState} from '../../source/state/run-state.js';
import {after, idle, loaded, start} from '../helpers/state.js';

const move = (by: number): PersonAction => ({type: 'move', by});
const moveTo = (index: number): PersonAction => ({type: 'move-to', index});
const typed = (text: string): PersonAction[] => [...text].map(digit => ({type: 'type-index', typed: digit}));
const place = ({split, index}: RunState): [string, number] => [split, index];

describe('walking the digits', () => {
  it('goes forth and back by ones, tens and hundreds', () => {
    const walked = [1, 1, 10, -1, 10, -10].map(
      (_, step, steps) => after(idle, ...steps.slice(0, step + 1).map(move)).index,
    );
    assert.deepEqual(walked, [1, 2, 12, 11, 21, 11]);
    assert.deepEqual(place(after(idle, {type: 'switch-split'}, move(100), move(100), move(-100))), ['train', 100]);
  });

  it('stops at both ends', () => {
    assert.equal(after(idle, move(-1)).index, 0);
    assert.equal(after(idle, move(5), move(-10)).index, 0);
    assert.equal(after(idle, move(95), move(10)).index, 99);
    assert.equal(after(idle, moveTo(99), move(1)).index, 99);
    assert.equal(after(idle, moveTo(99), move(1), move(-1)).index, 98);
  });

  it('goes to the first and the last digit', () => {
    assert.equal(after(idle, moveTo(Number.MAX_SAFE_INTEGER)).index, 99);
    assert.equal(after(idle, moveTo(Number.MAX_SAFE_INTEGER), moveTo(0)).index, 0);
  });

  it('goes to the other split and back, to the same index', () => {
    assert.deepEqual(place(after(idle, move(7), {type: 'switch-split'})), ['train', 7]);
    assert.deepEqual(place(after(idle, move(7), {type: 'switch-split'}, {type: 'switch-split'})), ['test', 7]);
  });

  it('goes to the last digit of a split that has fewer', () => {
    const far = after(idle, {type: 'switch-split'}, moveTo(599));
    assert.deepEqual(place(far), ['train', 599]);
    assert.deepEqual(place(after(far, {type: 'switch-split'})), ['test', 99]);
  });

  it('is possible while a split is loading, and comes to its last digit when it is there', () => {
    const early = after(start, move(2000));
    assert.equal(early.index, 2000);
    assert.equal(after(early, loaded.train).index, 2000);
    assert.equal(after(early, loaded.train, loaded.test).index, 99);
    assert.equal(after(start, moveTo(50), loaded.test).index, 50);
    assert.equal(after(start, moveTo(Number.MAX_SAFE_INTEGER), loaded.test).index, 99);
    assert.equal(after(start, move(-5)).index, 0);
  });
});

describe('going to an index', () => {
  const asked = after(idle, {type: 'ask-index'});

  it('collects what is typed and goes there', () => {
    const state = after(asked, ...typed('42'));
    assert.equal(state.typedIndex, '42');
    assert.equal(state.index, 0);
    const gone = after(state, {type: 'accept-index'});
    assert.deepEqual([gone.typedIndex, gone.index, gone.notice], [undefined, 42, undefined]);
  });

  it('erases the last digit typed, and nothing when there is none', () => {
    assert.equal(after(asked, ...typed('42'), {type: 'erase-index'}).typedIndex, '4');
    assert.equal(after(asked, {type: 'erase-index'}).typedIndex, '');
  });

  it('can be given up', () => {
    const given = after(asked, ...typed('42'), {type: 'close-panel'});
    assert.deepEqual([given.typedIndex, given.index], [undefined, 0]);
  });

  it('stays where it is when nothing was typed', () => {
    const state = after(idle, move(3), {type: 'ask-index'}, {type: 'accept-index'});
    assert.deepEqual([state.typedIndex, state.index, state.notice], [undefined, 3, undefined]);
  });

  it('says which indices there are when one is out of range, and stays where it is', () => {
    const state = after(idle, move(3), {type: 'ask-index'}, ...typed('100'), {type: 'accept-index'});
    assert.deepEqual([state.typedIndex, state.index], [undefined, 3]);
    assert.equal(state.notice, 'test has indices 0 to 99, not 100');
    assert.equal(after(asked, ...typed('99'), {type: 'accept-index'}).index, 99);
  });

  it('reads leading zeros as none', () => {
    assert.equal(after(asked, ...typed('007'), {type: 'accept-index'}).index, 7);
  });

  it('takes no more digits than any index has', () => {
    const state = after(asked, ...typed('123456789012'));
    assert.equal(state.typedIndex, '123456789');
    assert.match(after(state, {type: 'accept-index'}).notice ?? '', /0 to 99, not 123456789$/);
  });

  it('closes what covers the panels', () => {
    assert.equal(after(idle, {type: 'toggle-overlay', overlay: 'keys'}, {type: 'ask-index'}).overlay, 'none');
  });
});

describe('what covers and follows', () => {
  it('opens and closes an overlay with one key, and changes from one to the other', () => {
    const keys = after(idle, {type: 'toggle-overlay', overlay: 'keys'});
    assert.equal(keys.overlay, 'keys');
    assert.equal(after(keys, {type: 'toggle-overlay', overlay: 'keys'}).overlay, 'none');
    assert.equal(after(keys, {type: 'toggle-overlay', overlay: 'summary'}).overlay, 'summary');
  });

  it('shows predictions from the first p on, and closes what covers them', () => {
    const state = after(idle, {type: 'toggle-overlay', overlay: 'summary'}, {type: 'predict'});
    assert.deepEqual([state.predicting, state.overlay], [true, 'none']);
    assert.equal(after(state, {type: 'predict'}, move(1)).predicting, true);
  });

  it('closes one thing at a time: what is typed, what covers, the prediction', () => {
    const all: RunState = {...after(idle, {type: 'predict'}), overlay: 'keys', typedIndex: '4'};
    const open = ({typedIndex, overlay, predicting}: RunState): unknown[] => [typedIndex, overlay, predicting];
    const close: PersonAction = {type: 'close-panel'};
    assert.deepEqual(open(after(all, close)), [undefined, 'keys', true]);
    assert.deepEqual(open(after(all, close, close)), [undefined, 'none', true]);
    assert.deepEqual(open(after(all, close, close, close)), [undefined, 'none', false]);
  });

  it('draws digits as blocks or as characters', () => {
    assert.equal(after(idle, {type: 'toggle-art'}).art, 'ascii');
    assert.equal(after(idle, {type: 'toggle-art'}, {type: 'toggle-art'}).art, 'blocks');
  });

  it('knows the size of the terminal', () => {
    const state = after(idle, {type: 'resize', columns: 120, rows: 40});
    assert.deepEqual([state.columns, state.rows], [120, 40]);
  });
});
