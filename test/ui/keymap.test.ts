import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bindingOf, bindings, type Controls} from '../../source/ui/keymap.js';
import {keysOf} from '../helpers/ink-input.js';

type Call = readonly [keyof Controls, ...(number | undefined)[]];

/** What a key of the table makes the dashboard do. */
function callsOf(name: string): Call[] {
  const calls: Call[] = [];
  const record =
    (control: keyof Controls) =>
    (...values: number[]): void => {
      calls.push([control, ...values]);
    };
  bindingOf(name)?.run({
    move: record('move'),
    moveTo: record('moveTo'),
    askIndex: record('askIndex'),
    switchSplit: record('switchSplit'),
    toggleTraining: record('toggleTraining'),
    startAfresh: record('startAfresh'),
    changeEngine: record('changeEngine'),
    predict: record('predict'),
    closePanel: record('closePanel'),
    toggleArt: record('toggleArt'),
    toggleSummary: record('toggleSummary'),
    toggleKeys: record('toggleKeys'),
    quit: record('quit'),
  });
  return calls;
}

const csi = '\u001B[';
/** What terminals send for each key, and what it does. */
const sent: [string, readonly string[], Call][] = [
  ['the left arrow', [`${csi}D`, '\u001BOD'], ['move', -1]],
  ['the right arrow', [`${csi}C`, '\u001BOC'], ['move', 1]],
  ['the up arrow', [`${csi}A`, '\u001BOA'], ['move', -10]],
  ['the down arrow', [`${csi}B`, '\u001BOB'], ['move', 10]],
  ['PageUp', [`${csi}5~`], ['move', -100]],
  ['PageDown', [`${csi}6~`], ['move', 100]],
  ['Home', [`${csi}H`, '\u001BOH', `${csi}1~`], ['moveTo', 0]],
  ['End', [`${csi}F`, '\u001BOF', `${csi}4~`], ['moveTo', Number.MAX_SAFE_INTEGER]],
  ['t', ['t'], ['toggleTraining']],
  ['p', ['p'], ['predict']],
  ['g', ['g'], ['askIndex']],
  ['Tab', ['\t'], ['switchSplit']],
  ['a', ['a'], ['toggleArt']],
  ['m', ['m'], ['toggleSummary']],
  ['r', ['r'], ['startAfresh']],
  ['e', ['e'], ['changeEngine']],
  ['Escape', ['\u001B'], ['closePanel']],
  ['the question mark', ['?'], ['toggleKeys']],
  ['q', ['q'], ['quit', 0]],
  ['Ctrl+C', ['\u0003'], ['quit', 130]],
];

describe('the table of keys', () => {
  for (const [key, chunks, call] of sent) {
    it(`has ${key}`, async () => {
      for (const chunk of chunks) {
        const names = await keysOf(chunk, 1);
        assert.equal(names.length, 1, `${JSON.stringify(chunk)} is ${names.join()}`);
        assert.deepEqual(callsOf(names[0]), [call], JSON.stringify(chunk));
      }
    });
  }

  it('has no row that none of these keys reaches', async () => {
    const reached = new Set<unknown>();
    for (const [, [chunk]] of sent) reached.add(bindingOf((await keysOf(chunk, 1))[0]));
    assert.deepEqual(
      bindings.filter(binding => !reached.has(binding)).map(({label}) => label),
      [],
    );
    assert.equal(reached.size, bindings.length);
  });

  it('has no key twice, and finds each in its own row', () => {
    const keys = bindings.flatMap(binding => binding.keys);
    assert.equal(new Set(keys).size, keys.length);
    for (const binding of bindings) for (const key of binding.keys) assert.equal(bindingOf(key), binding);
  });

  it('has a name and a help for each row, also in ASCII', () => {
    for (const {keys, label, ascii, help} of bindings) {
      assert.match(ascii ?? label, /^[!-~]+$/, keys.join());
      assert.match(help, /^[ -~]+$/, keys.join());
    }
    assert.equal(new Set(bindings.map(({label}) => label)).size, bindings.length);
    assert.equal(new Set(bindings.map(({ascii, label}) => ascii ?? label)).size, bindings.length);
  });

  it('has nothing for other keys', async () => {
    for (const chunk of ['x', 'T', '7', ' ', `${csi}15~`, '\u0001', `${csi}3~`]) {
      for (const name of await keysOf(chunk, 0)) assert.deepEqual(callsOf(name), [], JSON.stringify(chunk));
    }
  });
});

describe('keys that arrive in one chunk', () => {
  const chunks: [string, string[]][] = [
    ['tp?', ['t', 'p', '?']],
    ['g200\r', ['g', '2', '0', '0', 'return']],
    ['g12\u007F3\r', ['g', '1', '2', 'backspace', '3', 'return']],
    [`${csi}C${csi}C${csi}D`, ['right', 'right', 'left']],
    [`${csi}5~${csi}B\u001BOA`, ['pageup', 'down', 'up']],
    [`t${csi}Cp`, ['t', 'right', 'p']],
    ['p\t\t', ['p', 'tab', 'tab']],
    ['t\u0003', ['t', 'ctrl+c']],
    [`${csi}C\u0003`, ['right', 'ctrl+c']],
    ['\u0003\u0003', ['ctrl+c', 'ctrl+c']],
    ['1\b2', ['1', 'backspace', '2']],
    ['q'.repeat(30), new Array<string>(30).fill('q')],
  ];
  for (const [chunk, names] of chunks) {
    it(`all count: ${JSON.stringify(chunk)}`, async () => {
      assert.deepEqual(await keysOf(chunk, names.length), names);
    });
  }

  it('are the editing keys when they come alone', async () => {
    assert.deepEqual(await keysOf('\r', 1), ['return']);
    assert.deepEqual(await keysOf('\n', 1), ['return']);
    assert.deepEqual(await keysOf('\u007F', 1), ['backspace']);
    assert.deepEqual(await keysOf('\b', 1), ['backspace']);
  });
});
