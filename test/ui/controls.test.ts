import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/reducer.js';
import type {RunState} from '../../source/state/run-state.js';
import {createStore} from '../../source/state/store.js';
import type {Command} from '../../source/training/protocol.js';
import {createControls, createInputHandler} from '../../source/ui/controls.js';
import {ended, idle, runOptions, started} from '../helpers/state.js';
import {csi, eventsOf} from '../helpers/terminal-input.js';

/** A dashboard without a screen and without a worker. */
function open(initial: RunState = idle): {
  /** Sends bytes as a terminal does, in one chunk. */
  send: (bytes: string) => RunState;
  tell: (...actions: readonly Action[]) => RunState;
  commands: Command[];
  exits: number[];
} {
  const commands: Command[] = [];
  const exits: number[] = [];
  const store = createStore(initial, () => {});
  const client = {send: (command: Command) => commands.push(command), close: async () => {}};
  const controls = createControls(
    store,
    client,
    () => runOptions,
    exitCode => exits.push(exitCode),
  );
  const handle = createInputHandler(store, controls);
  return {
    send(bytes) {
      for (const event of eventsOf(bytes)) handle(event);
      return store.current();
    },
    tell(...actions) {
      for (const action of actions) store.dispatch(action);
      return store.current();
    },
    commands,
    exits,
  };
}

const types = (commands: readonly Command[]): string[] => commands.map(({type}) => type);
const paste = (text: string): string => `${csi}200~${text}${csi}201~`;

describe('the keys of one chunk', () => {
  it('count in order, whatever the worker has not answered yet', () => {
    const chunks: Record<string, [string[], RunState['phase']]> = {
      t: [['train'], 'asked'],
      tt: [['train', 'stop'], 'stopping'],
      ttt: [['train', 'stop', 'train'], 'asked'],
      tttt: [['train', 'stop', 'train', 'stop'], 'stopping'],
      trt: [['train', 'reset', 'train'], 'asked'],
      tet: [['train', 'change-engine', 'train'], 'asked'],
    };
    for (const [keys, [expected, phase]] of Object.entries(chunks)) {
      const {send, commands} = open();
      assert.equal(send(keys).phase, phase, keys);
      assert.deepEqual(types(commands), expected, keys);
    }
  });

  it('ask for as many seeds as there are resets', () => {
    const {send, tell, commands} = open();
    send('rrr');
    tell({type: 'reset-done', seed: 2});
    send('rr');
    assert.deepEqual(
      commands,
      [2, 3, 4, 5, 6].map(seed => ({type: 'reset', seed})),
    );
  });

  it('are not forgotten by what the worker tells of the run before', () => {
    const {send, tell, commands} = open();
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
    const {send, commands} = open();
    assert.equal(send('x').notice, '? shows the keys');
    assert.equal(send(`${csi}C`).notice, undefined);
    assert.equal(send(`x7${csi}15~\u001Bt`).notice, undefined);
    assert.deepEqual(commands, []);
  });

  it('is none when it is an answer, a report of the mouse or the focus', () => {
    const {send} = open();
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
      const {send, commands, exits} = open();
      const state = send(`${opener}trpage${csi}C\t`);
      assert.deepEqual(
        [state.overlay, state.notice, state.index, state.split],
        [overlay, 'Esc closes this', 0, 'test'],
      );
      assert.deepEqual(commands, []);
      assert.equal(send('\u001B').overlay, 'none');
      send(`${opener}q\u0003`);
      assert.deepEqual(exits, [0, 130]);
    }
    const {send} = open();
    assert.deepEqual(
      ['?', 'm', '?', '?'].map(key => send(key).overlay),
      ['keys', 'summary', 'keys', 'none'],
    );
  });
});

describe('the prompt for an index', () => {
  it('takes digits, refuses all else and says why', () => {
    const {send, commands, exits} = open();
    const prompt = (bytes: string): unknown[] => {
      const {typedIndex, indexFault} = send(bytes);
      return [typedIndex, indexFault];
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
    assert.equal(send('g42\r').index, 42);
    send('g\u0003');
    assert.deepEqual(exits, [130]);
  });

  it('is opened again without the fault of the last time', () => {
    const {send} = open();
    send('gx');
    send('\u001B');
    assert.equal(send('g').indexFault, undefined);
  });
});

describe('pasted text', () => {
  it('is never commands', () => {
    const {send, commands, exits} = open();
    const state = send(paste('the net; reset r; quit q\u0003'));
    assert.equal(state.notice, 'pasted text is not commands');
    assert.deepEqual({...state, notice: undefined, said: []}, idle);
    send('\u001B');
    assert.equal(send(paste('q')).notice, undefined);
    assert.deepEqual([commands, exits], [[], []]);
  });

  it('gives its digits to the prompt for an index', () => {
    const {send} = open();
    assert.equal(send(`g${paste('77\n')}\r`).index, 77);
    assert.equal(send(`g${paste(' no. 4')}2\r`).index, 42);
    assert.deepEqual(send(`g${paste('quit q')}`).indexFault, 'no digits in the pasted text');
  });
});
