import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {phaseOf} from '../../source/state/selectors.js';
import type {Command} from '../../source/training/protocol.js';
import {openKeys} from '../helpers/keys.js';
import {ended, idle, opened, started, status} from '../helpers/state.js';
import {csi} from '../helpers/terminal-input.js';

/** What the worker is told, in short: the stretch and the engine that are wished for, or the run to begin. */
const short = (commands: readonly Command[]): unknown[] =>
  commands.map(command => {
    if (command.type === 'wish') return command.wish.engine ?? command.wish.stretch ?? 'none';
    return command.type === 'reset' ? `run ${command.run}, seed ${command.seed}` : command.type;
  });

describe('the keys of one chunk', () => {
  it('count in order, whatever the worker has not answered yet', () => {
    const chunks: Record<string, [unknown[], string]> = {
      t: [[1], 'starting'],
      tt: [[1, 'none'], 'ready'],
      ttt: [[1, 'none', 2], 'starting'],
      // What run 2 is trained with is known when it has been opened.
      tst: [[1, 'run 2, seed 2', 'none'], 'starting'],
      trt: [[1, 'run 2, seed 1', 'none'], 'starting'],
      te: [[1, 'tensorflow'], 'starting'],
      ee: [['tensorflow', 'webgpu'], 'ready'],
    };
    for (const [keys, [expected, phase]] of Object.entries(chunks)) {
      const {send, commands} = openKeys();
      assert.equal(phaseOf(send(keys)), phase, keys);
      assert.deepEqual(short(commands), expected, keys);
    }
  });

  it('ask for no training that has too few images for a batch, and say what to do', () => {
    const {train} = idle.session.data;
    const few = {...idle.session.data, ...(train && {train: {...train, count: 127}})};
    const {send, commands} = openKeys({...idle, session: {...idle.session, data: few}});
    const state = send('t');
    assert.deepEqual([commands, phaseOf(state)], [[], 'ready']);
    assert.equal(state.screen.notice, '127 train images fill no batch of 128: start with --batch-size 127 or less');
  });

  it('ask for as many seeds as there are keys for the next', () => {
    const {send, tell, commands} = openKeys();
    send('sss');
    tell({...status, run: 2, settings: {hidden: 128, activation: 'relu' as const, seed: 2}}, {...opened, run: 2});
    send('ss');
    assert.deepEqual(
      commands,
      [2, 3, 4, 5, 6].map(number => ({type: 'reset', run: number, hidden: 128, activation: 'relu', seed: number})),
    );
  });

  it('are not forgotten by what the worker tells of the run before', () => {
    const {send, tell, commands} = openKeys();
    send('tst');
    const opening = [
      {...status, run: 2},
      {...opened, run: 2},
    ];
    const phases = [...started(1, 1), ...ended('stopped', 0), ...opening, ...started(2, 2)];
    assert.deepEqual(
      phases.map(event => phaseOf(tell(event))),
      [...new Array<string>(6).fill('starting'), 'training', 'training'],
    );
    assert.equal(phaseOf(send('t')), 'stopping');
    assert.deepEqual(short(commands), [1, 'run 2, seed 2', 'none', 2, 'none']);
    assert.equal(phaseOf(tell(...ended('stopped', 0, 2, 2))), 'ready');
  });

  it('ask for another engine after the present one, and pass over one that was asked for in vain', () => {
    const {send, tell, commands} = openKeys();
    send('e');
    tell({type: 'warning', what: 'engine', message: 'no GPU'}, status);
    send('e');
    assert.equal(send('e').screen.notice, 'wasm is in use');
    assert.deepEqual(short(commands), ['tensorflow', 'webgpu', 'wasm']);
  });
});

describe('a key that does nothing', () => {
  it('says once of each key which key shows the keys', () => {
    const {send, commands} = openKeys();
    assert.equal(send('x').screen.notice, '? shows the keys');
    assert.equal(send(`${csi}C`).screen.notice, undefined);
    assert.equal(send('x').screen.notice, undefined);
    assert.equal(send('8').screen.notice, '? shows the keys');
    assert.equal(send('\u001B').screen.notice, undefined);
    assert.equal(send('8x').screen.notice, undefined);
    assert.equal(send(`${csi}15~`).screen.notice, '? shows the keys');
    assert.deepEqual(commands, []);
  });

  it('is none when it is an answer, a report of the mouse or the focus', () => {
    const {send} = openKeys();
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
      const {send, commands, exits} = openKeys();
      const state = send(`${opener}trpage${csi}C\t`);
      assert.deepEqual(
        [state.screen.overlay, state.screen.notice, state.choice.index, state.choice.split],
        [overlay, 'Esc closes this', 0, 'test'],
      );
      assert.deepEqual(commands, []);
      const {overlay: closed, notice} = send('\u001B').screen;
      assert.deepEqual([closed, notice], ['none', undefined]);
      send(`${opener}q\u0003`);
      assert.deepEqual(exits, [0, 130]);
    }
    const {send} = openKeys();
    assert.deepEqual(
      ['?', 'm', '?', '?'].map(key => send(key).screen.overlay),
      ['keys', 'summary', 'keys', 'none'],
    );
  });
});
