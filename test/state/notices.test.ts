import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {noticeTimer, saying} from '../../source/state/notices.js';
import type {PersonAction} from '../../source/state/person-actions.js';
import type {RunState} from '../../source/state/run-state.js';
import {fakeClock} from '../helpers/clock.js';
import {after, ended, idle} from '../helpers/state.js';

const say = (notice: string): PersonAction => ({type: 'say', notice, once: false});
const saveFault = {type: 'warning', what: 'save', message: 'not saved'} as const;
const close: PersonAction = {type: 'close-panel'};

describe('a notice', () => {
  it('stays whatever is done, until another takes its place', () => {
    const actions: PersonAction[] = [
      {type: 'move', by: 1},
      {type: 'predict'},
      {type: 'ask-index'},
      {type: 'accept-index'},
      {type: 'ask-engine', engine: 'webgpu'},
      {type: 'ask-training'},
      {type: 'toggle-overlay', overlay: 'keys'},
    ];
    const told = after(idle, say('first'), ...actions);
    assert.equal(told.notice, 'first');
    assert.equal(after(told, say('second')).notice, 'second');
  });

  it('is closed by Esc after what is typed, asked and open, and before the prediction', () => {
    let state: RunState = {
      ...after(idle, {type: 'predict'}, say('told')),
      ...{typedIndex: '4', asksAfresh: true, overlay: 'keys'},
    };
    const closed: unknown[] = [];
    for (let times = 0; times < 5; times++) {
      state = after(state, close);
      const {typedIndex, asksAfresh, overlay, notice, predicting} = state;
      closed.push([typedIndex, asksAfresh, overlay, notice, predicting]);
    }
    assert.deepEqual(closed, [
      [undefined, true, 'keys', 'told', true],
      [undefined, false, 'keys', 'told', true],
      [undefined, false, 'none', 'told', true],
      [undefined, false, 'none', undefined, true],
      [undefined, false, 'none', undefined, false],
    ]);
  });

  it('ends when its time is over, each with a time of its own, and no timer runs without one', t => {
    const clock = fakeClock(t);
    let state = idle;
    const tell = (...actions: PersonAction[]): void => {
      for (const action of actions) {
        state = after(state, action);
        timer(state);
      }
    };
    const timer = noticeTimer(() => tell({type: 'notice-ended'}));
    tell({type: 'move', by: 1});
    assert.equal(clock.waiting(), 0);
    tell(say('told'));
    clock.advance(9000);
    tell({type: 'move', by: 1});
    assert.equal(state.notice, 'told');
    tell(say('told'));
    clock.advance(9999);
    assert.equal(state.notice, 'told');
    clock.advance(1);
    assert.deepEqual([state.notice, clock.waiting()], [undefined, 0]);
    tell(say('more'), close, {type: 'move', by: 1});
    assert.equal(clock.waiting(), 0);
  });
});

describe('a fault of saving', () => {
  it('is said until the weights are saved, and comes back after a notice', () => {
    const state = after(idle, saveFault, say('told'));
    assert.equal(saying(state), 'told');
    assert.equal(saying(after(state, {type: 'notice-ended'})), 'not saved');
    assert.equal(saying(after(state, {type: 'notice-ended'}, {...ended('stopped', 1), model: '/w.npz'})), undefined);
  });

  it('is put away by Esc and stays known; another one is said again', () => {
    const state = after(idle, saveFault, close, saveFault);
    assert.deepEqual([saying(state), state.saveFault], [undefined, 'not saved']);
    assert.equal(saying(after(state, {...saveFault, message: 'disk full'})), 'disk full');
  });
});
