import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openKeys, paste} from '../helpers/keys.js';
import {ended, idle, opened, progress, started, status, training} from '../helpers/state.js';
import {csi} from '../helpers/terminal-input.js';

describe('the prompt for an index', () => {
  it('takes digits, refuses all else and says why', () => {
    const {send, commands, exits} = openKeys();
    const prompt = (bytes: string): unknown[] => {
      const {prompt: open} = send(bytes).screen;
      return [open?.typed, open?.fault];
    };
    assert.deepEqual(prompt('g1x'), ['1', 'x is no digit']);
    assert.deepEqual(prompt('2'), ['12', undefined]);
    assert.deepEqual(prompt('-'), ['12', '- is no digit']);
    assert.deepEqual(prompt(' '), ['12', 'only digits count here']);
    assert.deepEqual(prompt('\u007F'), ['1', undefined]);
    assert.deepEqual(prompt(`tqr?mg${csi}C`), ['1', 'only digits count here']);
    assert.deepEqual(prompt('2345678901'), ['123456789', 'no index has more than 9 digits']);
    assert.deepEqual([commands, exits], [[], []]);
    assert.equal(prompt('\u001B')[0], undefined);
    assert.equal(send('g42\r').choice.index, 42);
    send('g\u0003');
    assert.deepEqual(exits, [130]);
  });

  it('is opened again without the fault of the last time', () => {
    const {send} = openKeys();
    send('gx');
    send('\u001B');
    assert.equal(send('g').screen.prompt?.fault, undefined);
  });
});

describe('starting afresh', () => {
  const trained = openKeys(training).tell(...ended('stopped', 0));

  it('asks when trained weights would go, and takes r or y for yes, Esc or n for no, and nothing else', () => {
    for (const [keys, seeds] of [
      ['r', []],
      ['rr', [2]],
      ['ry', [2]],
      ['rn', []],
      ['rtqpe7?r', [2]],
      ['rrrr', [2, 3, 4]],
      ['rnr', []],
    ] as const) {
      const {send, commands, exits} = openKeys(trained);
      send(keys);
      assert.deepEqual(
        commands,
        seeds.map(seed => ({type: 'reset', run: seed, seed})),
        keys,
      );
      assert.deepEqual(exits, []);
    }
    const {send, exits} = openKeys(trained);
    send('r');
    assert.equal(send('\u001B').screen.asksAfresh, false);
    send('r\u0003');
    assert.deepEqual(exits, [130]);
  });

  it('asks again once there are trained weights again', () => {
    const {send, tell} = openKeys(trained);
    send('rrt');
    tell({...status, run: 2}, {...opened, run: 2}, ...started(2, 2), {...progress(1, 9), run: 2});
    assert.equal(send('r').screen.asksAfresh, true);
  });
});

describe('pasted text', () => {
  it('is never commands', () => {
    const {send, commands, exits} = openKeys();
    const state = send(paste('the net; reset r; quit q\u0003'));
    assert.equal(state.screen.notice, 'pasted text is not commands');
    assert.deepEqual({...state, screen: {...state.screen, notice: undefined, notices: 0, said: []}}, idle);
    send('\u001B');
    assert.equal(send(paste('q')).screen.notice, undefined);
    assert.deepEqual([commands, exits], [[], []]);
  });

  it('gives its digits to the prompt for an index', () => {
    const {send} = openKeys();
    assert.equal(send(`g${paste('77\n')}\r`).choice.index, 77);
    assert.equal(send(`g${paste(' no. 4')}2\r`).choice.index, 42);
    assert.deepEqual(send(`g${paste('quit q')}`).screen.prompt?.fault, 'no digits in the pasted text');
  });
});
