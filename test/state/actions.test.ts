import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Action, isOutside} from '../../source/state/actions.js';
import type {Prompt} from '../../source/state/prompt.js';
import {openRun} from '../../source/state/runs.js';
import type {State} from '../../source/state/state.js';
import {
  acted,
  ended,
  epochDone,
  idle,
  loaded,
  moment,
  network,
  progress,
  shown,
  start,
  told,
  training,
} from '../helpers/state.js';

const move = (by: number): Action => ({type: 'move', by});
const moveTo = (index: number): Action => ({type: 'move-to', index});
const typed = (text: string): Action[] => [...text].map(digit => ({type: 'type-index', typed: digit}));
const place = ({choice: {split, index}}: State): [string, number] => [split, index];

describe('walking the digits', () => {
  it('goes forth and back by ones, tens and hundreds', () => {
    const walked = [1, 1, 10, -1, 10, -10].map(
      (_, step, steps) => acted(idle, ...steps.slice(0, step + 1).map(move)).choice.index,
    );
    assert.deepEqual(walked, [1, 2, 12, 11, 21, 11]);
    assert.deepEqual(place(acted(idle, {type: 'switch-split'}, move(100), move(100), move(-100))), ['train', 100]);
  });

  it('stops at both ends', () => {
    assert.equal(acted(idle, move(-1)).choice.index, 0);
    assert.equal(acted(idle, move(5), move(-10)).choice.index, 0);
    assert.equal(acted(idle, move(95), move(10)).choice.index, 99);
    assert.equal(acted(idle, moveTo(99), move(1)).choice.index, 99);
    assert.equal(acted(idle, moveTo(99), move(1), move(-1)).choice.index, 98);
  });

  it('goes to the first and the last digit', () => {
    assert.equal(acted(idle, moveTo(Number.MAX_SAFE_INTEGER)).choice.index, 99);
    assert.equal(acted(idle, moveTo(Number.MAX_SAFE_INTEGER), moveTo(0)).choice.index, 0);
  });

  it('goes to the other split and back, to the same index', () => {
    assert.deepEqual(place(acted(idle, move(7), {type: 'switch-split'})), ['train', 7]);
    assert.deepEqual(place(acted(idle, move(7), {type: 'switch-split'}, {type: 'switch-split'})), ['test', 7]);
  });

  it('goes to the last digit of a split that has fewer', () => {
    const far = acted(idle, {type: 'switch-split'}, moveTo(599));
    assert.deepEqual(place(far), ['train', 599]);
    assert.deepEqual(place(acted(far, {type: 'switch-split'})), ['test', 99]);
  });

  it('is possible while a split is loading, and comes to its last digit when it is there', () => {
    const early = acted(start, move(2000));
    assert.equal(early.choice.index, 2000);
    assert.equal(told(early, loaded.train).choice.index, 2000);
    assert.equal(told(early, loaded.train, loaded.test).choice.index, 99);
    assert.equal(told(acted(start, moveTo(50)), loaded.test).choice.index, 50);
    assert.equal(told(acted(start, moveTo(Number.MAX_SAFE_INTEGER)), loaded.test).choice.index, 99);
    assert.equal(acted(start, move(-5)).choice.index, 0);
  });
});

describe('going to an index', () => {
  const asked = acted(idle, {type: 'ask-index'});

  it('collects what is typed and goes there', () => {
    const state = acted(asked, ...typed('42'));
    assert.equal(state.screen.prompt?.typed, '42');
    assert.equal(state.choice.index, 0);
    const gone = acted(state, {type: 'accept-index'});
    assert.deepEqual([gone.screen.prompt, gone.choice.index, gone.screen.notice], [undefined, 42, undefined]);
  });

  it('erases the last digit typed, and nothing when there is none', () => {
    assert.equal(acted(asked, ...typed('42'), {type: 'erase-index'}).screen.prompt?.typed, '4');
    assert.equal(acted(asked, {type: 'erase-index'}).screen.prompt?.typed, '');
  });

  it('can be given up', () => {
    const given = acted(asked, ...typed('42'), {type: 'close'});
    assert.deepEqual([given.screen.prompt, given.choice.index], [undefined, 0]);
  });

  it('stays where it is when nothing was typed', () => {
    const state = acted(idle, move(3), {type: 'ask-index'}, {type: 'accept-index'});
    assert.deepEqual([state.screen.prompt?.typed, state.choice.index, state.screen.notice], [undefined, 3, undefined]);
  });

  it('says which indices there are when one is out of range, and stays where it is', () => {
    const state = acted(idle, move(3), {type: 'ask-index'}, ...typed('100'), {type: 'accept-index'});
    assert.deepEqual([state.screen.prompt?.typed, state.choice.index], [undefined, 3]);
    assert.equal(state.screen.notice, 'test has indices 0 to 99, not 100');
    assert.equal(acted(asked, ...typed('99'), {type: 'accept-index'}).choice.index, 99);
  });

  it('reads leading zeros as none', () => {
    assert.equal(acted(asked, ...typed('007'), {type: 'accept-index'}).choice.index, 7);
  });

  it('takes no more digits than any index has', () => {
    const state = acted(asked, ...typed('123456789012'));
    assert.equal(state.screen.prompt?.typed, '123456789');
    assert.match(acted(state, {type: 'accept-index'}).screen.notice ?? '', /0 to 99, not 123456789$/);
  });
});

describe('what covers and follows', () => {
  it('opens and closes an overlay with one key, and changes from one to the other', () => {
    const keys = acted(idle, {type: 'toggle-overlay', overlay: 'keys'});
    assert.equal(keys.screen.overlay, 'keys');
    assert.equal(acted(keys, {type: 'toggle-overlay', overlay: 'keys'}).screen.overlay, 'none');
    assert.equal(acted(keys, {type: 'toggle-overlay', overlay: 'summary'}).screen.overlay, 'summary');
  });

  it('shows the answer from the start on, and hides and shows it', () => {
    assert.equal(shown.choice.predicting, true);
    const predict: Action = {type: 'predict'};
    assert.equal(acted(shown, predict, move(1)).choice.predicting, false);
    assert.equal(acted(shown, predict, predict, move(1)).choice.predicting, true);
  });

  it('closes one thing at a time: what is typed, what covers, and then nothing', () => {
    const predicting = acted(idle, {type: 'predict'});
    const prompt: Prompt = {wants: 'index', typed: '4', fault: undefined};
    const all: State = {...predicting, screen: {...predicting.screen, overlay: 'keys', prompt}};
    const open = ({screen, choice}: State): unknown[] => [screen.prompt, screen.overlay, choice.predicting];
    const close: Action = {type: 'close'};
    assert.deepEqual(open(acted(all, close)), [undefined, 'keys', true]);
    assert.deepEqual(open(acted(all, close, close)), [undefined, 'none', true]);
    assert.deepEqual(open(acted(all, close, close, close)), [undefined, 'none', true]);
  });

  it('draws digits as blocks or as characters', () => {
    assert.equal(acted(idle, {type: 'toggle-art'}).choice.art, 'ascii');
    assert.equal(acted(idle, {type: 'toggle-art'}, {type: 'toggle-art'}).choice.art, 'blocks');
  });

  it('knows the size of the terminal', () => {
    const state = acted(idle, {type: 'resize', columns: 120, rows: 40});
    assert.deepEqual([state.screen.columns, state.screen.rows], [120, 40]);
  });
});

describe('actions of the terminal and the process', () => {
  it('leave the state as it is', () => {
    const outside: Action[] = [{type: 'suspend'}, {type: 'redraw'}, {type: 'quit', exitCode: 0}];
    for (const action of outside) assert.equal(acted(idle, action), idle);
    assert.deepEqual(outside.map(isOutside), [true, true, true]);
    assert.equal(isOutside({type: 'train'}), false);
  });
});

it('a state is never changed, only replaced', () => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  const state = told(training, network(3), moment([1]), epochDone(1));
  freeze(state);
  const actions: Action[] = [
    {type: 'move', by: 1},
    {type: 'switch-split'},
    {type: 'ask-index'},
    {type: 'train'},
    {type: 'reset', to: 'next'},
    {type: 'change-engine'},
    {type: 'say', notice: 'told', once: 'x'},
  ];
  for (const action of actions) assert.notEqual(acted(state, action), state);
  const events = [progress(2, 1), moment([2]), epochDone(2), network(4), loaded.train, ...ended('stopped', 1)];
  for (const event of events) assert.notEqual(told(state, event), state);
  assert.equal(openRun(state.runs).history.epochs.length, 1);
});
