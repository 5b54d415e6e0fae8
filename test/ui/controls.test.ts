import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RunState} from '../../source/state/run-state.js';
import type {Command} from '../../source/training/protocol.js';
import {openControls} from '../helpers/controls.js';
import {ended, idle, started} from '../helpers/state.js';
import {csi} from '../helpers/terminal-input.js';

const types = (commands: readonly Command[]): string[] => commands.map(({type}) => type);

describe('the keys of one chunk', () => {
  it('count in order, whatever the worker has not answered yet', () => {
    const chunks: Record<string, [string[], RunState['phase']]> = {
      t: [['train'], 'asked'],
      tt: [['train', 'stop'], 'stopping'],
      ttt: [['train', 'stop', 'train'], 'asked'],
      tttt: [['train', 'stop', 'train', 'stop'], 'stopping'],
      trt: [['train', 'reset', 'train'], 'asked'],
      tet: [['train', 'change-engine', 'stop'], 'stopping'],
    };
    for (const [keys, [expected, phase]] of Object.entries(chunks)) {
      const {send, commands} = openControls();
      assert.equal(send(keys).phase, phase, keys);
      assert.deepEqual(types(commands), expected, keys);
    }
  });

  it('ask for no training that has too few images for a batch, and say what to do', () => {
    const {train} = idle.data;
    const few = {...idle, data: {...idle.data, train: train && {...train, count: 127}}} as RunState;
    const {send, commands} = openControls(few);
    const state = send('t');
    assert.deepEqual([commands, state.phase], [[], 'ready']);
    assert.equal(state.notice, '127 train images fill no batch of 128: start with --batch-size 127 or less');
  });

  it('ask for as many seeds as there are resets', () => {
    const {send, tell, commands} = openControls();
    send('rrr');
    tell({type: 'reset-done', seed: 2});
    send('rr');
    assert.deepEqual(
      commands,
      [2, 3, 4, 5, 6].map(seed => ({type: 'reset', seed})),
    );
  });

  it('are not forgotten by what the worker tells of the run before', () => {
    const {send, tell, commands} = openControls();
    send('trt');
    const phases = [started, ended('stopped', 0), {type: 'reset-done', seed: 2}, started] as const;
    assert.deepEqual(
      phases.map(event => tell(event).phase),
      ['asked', 'asked', 'asked', 'training'],
    );
    send('t');
    assert.deepEqual(types(commands), ['train', 'reset', 'train', 'stop']);
    assert.equal(tell(ended('stopped', 0)).phase, 'ready');
  });
});

describe('a key that does nothing', () => {
  it('says once which key shows the keys', () => {
    const {send, commands} = openControls();
    assert.equal(send('x').notice, '? shows the keys');
    assert.equal(send(`${csi}C`).notice, '? shows the keys');
    assert.equal(send('\u001B').notice, undefined);
    assert.equal(send(`x7${csi}15~\u001Bt`).notice, undefined);
    assert.deepEqual(commands, []);
  });

  it('is none when it is an answer, a report of the mouse or the focus', () => {
    const {send} = openControls();
    const said = send(
      `\u001B]11;rgb:1e1e/1e1e/1e1e\u001B\\${csi}?62;22c${csi}<0;10;10m${csi}I${csi}O\u001BP1+r5247\u001B\\`,
    );
    assert.deepEqual(said, idle);
  });
});

describe('what covers the panels', () => {
  it('lets only its own keys through, and says how it is closed', () => {
    for (const [opener, overlay] of [
      ['?', 'keys'],
      ['m', 'summary'],
    ] as const) {
      const {send, commands, exits} = openControls();
      const state = send(`${opener}trpage${csi}C\t`);
      assert.deepEqual(
        [state.overlay, state.notice, state.index, state.split],
        [overlay, 'Esc closes this', 0, 'test'],
      );
      assert.deepEqual(commands, []);
      const {overlay: closed, notice} = send('\u001B');
      assert.deepEqual([closed, notice], ['none', undefined]);
      send(`${opener}q\u0003`);
      assert.deepEqual(exits, [0, 130]);
    }
    const {send} = openControls();
    assert.deepEqual(
      ['?', 'm', '?', '?'].map(key => send(key).overlay),
      ['keys', 'summary', 'keys', 'none'],
    );
  });
});
