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
  it('ends by the next key that does something, or is followed by what that says', () => {
    const actions: Action[] = [
      {type: 'move', by: 1},
      {type: 'predict'},
      {type: 'ask-index'},
      {type: 'train'},
      {type: 'toggle-overlay', overlay: 'keys'},
    ];
    const said = acted(idle, say('first'));
    for (const action of actions) assert.equal(acted(said, action).screen.notice, undefined, action.type);
    assert.equal(acted(said, {type: 'later'}).screen.notice, 'the newest already');
    assert.equal(acted(said, {type: 'rate', by: 1}).screen.notice, 'learning rate 0.002');
  });

  it('stays with what no key has done, with a key that does nothing, and where the program cannot go on', () => {
    const said = acted(idle, say('first'));
    const other: Action = {type: 'say', notice: 'once', once: 'x'};
    assert.equal(acted(said, {type: 'resize', columns: 90, rows: 30}).screen.notice, 'first');
    assert.equal(acted(acted(idle, other), say('first'), other).screen.notice, 'first');
    assert.equal(acted(said, {type: 'look-at', step: 99}).screen.notice, 'first');
    const failed = told(idle, {type: 'failed', message: 'no memory', expected: true, stack: ''});
    assert.equal(acted(failed, {type: 'move', by: 1}).screen.notice, 'no memory');
  });

  it('is closed by Esc with what is typed, or alone, and Esc does nothing after that', () => {
    const prompt: Prompt = {wants: 'index', typed: '4', fault: undefined};
    const said = acted(idle, {type: 'predict'}, say('told'));
    const typing: State = {...said, screen: {...said.screen, prompt, overlay: 'keys'}};
    assert.deepEqual([acted(typing, close).screen.notice, acted(typing, close).screen.overlay], [undefined, 'keys']);
    const closed = acted(said, close);
    assert.equal(closed.screen.notice, undefined);
    assert.equal(acted(closed, close), closed);
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
    tell({type: 'resize', columns: 90, rows: 30});
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
    assert.equal(saying(told(later, {type: 'saved', run: 1, model: '/w.npz'}).screen), undefined);
    const [, end] = ended('stopped', 1);
    assert.equal(saying(told(later, {...end, model: '/w.npz'}).screen), undefined);
  });

  it('is put away by Esc and stays known; another one is said again', () => {
    const state = told(acted(told(idle, saveFault), close), saveFault);
    assert.deepEqual([saying(state.screen), state.screen.saveFault], [undefined, 'not saved']);
    assert.equal(saying(told(state, {...saveFault, message: 'disk full'}).screen), 'disk full');
  });
});
