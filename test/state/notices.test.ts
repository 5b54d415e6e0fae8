import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import {noticeTimer, saying} from '../../source/state/notices.js';
import type {Prompt} from '../../source/state/prompt.js';
import type {State} from '../../source/state/state.js';
import {fakeClock} from '../helpers/clock.js';
import {acted, ended, idle, told} from '../helpers/state.js';

const say = (notice: string): Action => ({type: 'say', notice, once: false});
const saveFault = {type: 'warning', what: 'save', message: 'not saved'} as const;
const close: Action = {type: 'close'};

describe('a notice', () => {
  it('stays whatever is done, until another takes its place', () => {
    const actions: Action[] = [
      {type: 'move', by: 1},
      {type: 'predict'},
      {type: 'ask-index'},
      {type: 'accept-index'},
      {type: 'change-engine'},
      {type: 'train'},
      {type: 'toggle-overlay', overlay: 'keys'},
    ];
    const after = acted(idle, say('first'), ...actions);
    assert.equal(after.screen.notice, 'first');
    assert.equal(acted(after, say('second')).screen.notice, 'second');
  });

  it('is closed by Esc after what is typed, asked and open, and before the prediction', () => {
    const predicting = acted(idle, {type: 'predict'}, say('told'));
    const prompt: Prompt = {wants: 'index', typed: '4', fault: undefined};
    let state: State = {
      ...predicting,
      screen: {...predicting.screen, prompt, question: {to: 'next', missed: false}, overlay: 'keys'},
    };
    const closed: unknown[] = [];
    for (let times = 0; times < 5; times++) {
      state = acted(state, close);
      const {prompt: typed, question, overlay, notice} = state.screen;
      closed.push([typed, question !== undefined, overlay, notice, state.choice.predicting]);
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
    const tell = (...actions: Action[]): void => {
      for (const action of actions) {
        state = acted(state, action);
        timer(state.screen);
      }
    };
    const timer = noticeTimer(() => tell({type: 'notice-ended'}));
    tell({type: 'move', by: 1});
    assert.equal(clock.waiting(), 0);
    tell(say('told'));
    clock.advance(9000);
    tell({type: 'move', by: 1});
    assert.equal(state.screen.notice, 'told');
    tell(say('told'));
    clock.advance(9999);
    assert.equal(state.screen.notice, 'told');
    clock.advance(1);
    assert.deepEqual([state.screen.notice, clock.waiting()], [undefined, 0]);
    tell(say('more'), close, {type: 'move', by: 1});
    assert.equal(clock.waiting(), 0);
  });
});

describe('a fault of saving', () => {
  it('is said until the weights are saved, and comes back after a notice', () => {
    const state = acted(told(idle, saveFault), say('told'));
    assert.equal(saying(state.screen), 'told');
    const later = acted(state, {type: 'notice-ended'});
    assert.equal(saying(later.screen), 'not saved');
    const [, end] = ended('stopped', 1);
    assert.equal(saying(told(later, {...end, model: '/w.npz'}).screen), undefined);
  });

  it('is put away by Esc and stays known; another one is said again', () => {
    const state = told(acted(told(idle, saveFault), close), saveFault);
    assert.deepEqual([saying(state.screen), state.screen.saveFault], [undefined, 'not saved']);
    assert.equal(saying(told(state, {...saveFault, message: 'disk full'}).screen), 'disk full');
  });
});
