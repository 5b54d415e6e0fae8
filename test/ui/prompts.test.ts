import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {State} from '../../source/state/state.js';
import {questionText} from '../../source/ui/question.js';
import {openKeys, paste} from '../helpers/keys.js';
import {ended, idle, opened, progress, runOptions, started, status, told, training} from '../helpers/state.js';
import {csi} from '../helpers/terminal-input.js';

const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1};

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

describe('another run', () => {
  const trained = openKeys(training).tell(...ended('stopped', 0));
  const [still, end] = ended('stopped', 0);
  const kept = told(training, still, {...end, model: '/runs/mnist-1.npz'});
  const resets = (state: State, keys: string): unknown[] => {
    const {send, commands} = openKeys(state);
    send(keys);
    return commands.flatMap(command => (command.type === 'reset' ? [[command.seed, command.file]] : []));
  };
  const question = (state: State, keys: string): string | undefined => questionText(openKeys(state).send(keys));

  it('asks when weights would be lost, and takes the same key or y for yes, Esc or n for no, and nothing else', () => {
    for (const [keys, seeds] of [
      ['r', []],
      ['rr', [1]],
      ['ry', [1]],
      ['ss', [2]],
      ['sy', [2]],
      ['rn', []],
      ['rtqpe7?sr', [1]],
      ['srt s', [2]],
      ['ssss', [2, 3, 4]],
      ['rnr', []],
    ] as const) {
      const {send, commands, exits} = openKeys(trained);
      send(keys);
      assert.deepEqual(
        commands,
        seeds.map((seed, index) => ({type: 'reset', run: index + 2, hidden: 128, activation: 'relu', seed})),
        keys,
      );
      assert.deepEqual(exits, []);
    }
    const {send, exits} = openKeys(trained);
    send('r');
    assert.equal(send('\u001B').screen.question, undefined);
    send('r\u0003');
    assert.deepEqual(exits, [130]);
  });

  it('is named in the question, and a key that is no answer adds the answers', () => {
    assert.equal(question(trained, 'r'), 'r again starts afresh with seed 1, Esc keeps it');
    assert.equal(question(trained, 's'), 's again starts afresh with seed 2, Esc keeps it');
    const missed = 'r again starts afresh with seed 1, Esc keeps it  r or y: yes, Esc or n: no';
    assert.deepEqual([question(trained, 'rx'), question(trained, 'rxt')], [missed, missed]);
    assert.equal(question(trained, 'rxnr'), 'r again starts afresh with seed 1, Esc keeps it');
  });

  it('is opened at once where the weights are saved in a file of their own, which is said', () => {
    assert.deepEqual([resets(kept, 'r'), resets(kept, 's')], [[[1, undefined]], [[2, undefined]]]);
    assert.equal(openKeys(kept).send('s').screen.notice, 'seed 1 is saved in /runs/mnist-1.npz');
  });

  it('is asked for while a stretch goes on, and where the next run is saved over this one', () => {
    assert.deepEqual([resets(training, 'r'), resets(openKeys(kept).send('t'), 's')], [[], []]);
    assert.deepEqual(resets({...kept, session: {...kept.session, place: '/runs/mnist-1.npz'}}, 'r'), []);
  });

  it('of the same seed is none where nothing was trained', () => {
    assert.deepEqual(resets(idle, 'r'), []);
    assert.equal(openKeys().send('r').screen.notice, 'nothing to start afresh: t trains');
    assert.deepEqual(resets(idle, 'tr'), [[1, undefined]]);
    const resumed = {file: '/runs/a.npz', dataset: 'MNIST', epochs: 2, stepInEpoch: 0, settings, history: []};
    assert.deepEqual(resets(told(idle, {...opened, trained: true, resumed}), 'r'), [[1, undefined]]);
  });

  it('asks again once there are trained weights again', () => {
    const {send, tell} = openKeys(trained);
    send('sst');
    tell({...status, run: 2}, {...opened, run: 2}, ...started(2, 2), {...progress(1, 9), run: 2});
    assert.deepEqual(send('s').screen.question, {to: 'next', missed: false});
  });
});

describe('going on with the saved run', () => {
  const saved = {file: '/runs/old.npz', dataset: 'MNIST', epochs: 2, stepInEpoch: 0, settings, history: []};
  const files = (state: State, keys: string): unknown[] => {
    const {send, commands} = openKeys(state);
    send(keys);
    return commands.flatMap(command => (command.type === 'reset' ? [command.file] : []));
  };
  const [still, end] = ended('stopped', 0);

  it('opens the one that was saved before, else says that there is none', () => {
    assert.deepEqual(files(told(idle, {...opened, saved}), 'c'), ['/runs/old.npz']);
    assert.deepEqual(files(idle, 'c'), []);
    assert.equal(openKeys().send('c').screen.notice, 'no other run is saved');
  });

  it('asks when weights would be lost', () => {
    const lost = told(training, {...opened, saved}, still, end);
    assert.deepEqual([files(lost, 'c'), files(lost, 'cc'), files(lost, 'cr')], [[], ['/runs/old.npz'], []]);
    assert.equal(questionText(openKeys(lost).send('c')), 'c again goes on with the saved run, Esc keeps this one');
  });

  it('opens the newest run besides the one that is shown', () => {
    const kept = told(training, {...opened, saved}, still, {...end, model: '/runs/new.npz'});
    assert.deepEqual(files(kept, 'c'), ['/runs/old.npz']);
    assert.deepEqual(files(kept, 'sc'), [undefined, '/runs/new.npz']);
    const one = {...kept, session: {...kept.session, place: '/runs/new.npz'}};
    assert.deepEqual(files(told(one, {...opened, saved: {...saved, file: '/runs/new.npz'}}), 'cc'), []);
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
