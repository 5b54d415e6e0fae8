import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import {keyName} from '../../source/ui/key-name.js';
import {bindingOf, bindings} from '../../source/ui/keymap.js';
import {acted, idle, inLesson} from '../helpers/state.js';
import {eventsOf} from '../helpers/terminal-input.js';

/** The names of the keys in some bytes. */
const keysOf = (bytes: string): string[] =>
  eventsOf(bytes).flatMap(event => (event.type === 'key' ? [keyName(event)] : []));

/** What a key of the table makes of a dashboard that is ready. */
const actionOf = (name: string): Action | undefined => bindingOf(name)?.act(idle, name);

const csi = '\u001B[';
/** A letter as it is typed, with Shift too, on the English and on the Russian layout, and in kitty's form. */
const letter = (latin: string, cyrillic: string): string[] => [
  ...[latin, latin.toUpperCase(), cyrillic, cyrillic.toUpperCase()],
  ...[`${csi}${latin.charCodeAt(0)}u`, `${csi}${cyrillic.charCodeAt(0)};2u`, `${csi}${latin.charCodeAt(0)};65u`],
];
/** What terminals send for each key, and what it does. */
const sent: [string, readonly string[], Action][] = [
  ['the left arrow', [`${csi}D`, '\u001BOD', `${csi}1;2D`, `${csi}d`, `${csi}57417u`], {type: 'move', by: -1}],
  ['the right arrow', [`${csi}C`, '\u001BOC', `${csi}1;2C`, `${csi}c`, `${csi}57418u`], {type: 'move', by: 1}],
  ['the up arrow', [`${csi}A`, '\u001BOA', `${csi}1;2A`, `${csi}a`, `${csi}57419u`], {type: 'move', by: -10}],
  ['the down arrow', [`${csi}B`, '\u001BOB', `${csi}1;2B`, `${csi}b`, `${csi}57420u`], {type: 'move', by: 10}],
  ['PageUp', [`${csi}5~`, `${csi}5;2~`, `${csi}5$`, `${csi}57421u`], {type: 'move', by: -100}],
  ['PageDown', [`${csi}6~`, `${csi}6;2~`, `${csi}6$`, `${csi}57422u`], {type: 'move', by: 100}],
  ['Home', [`${csi}H`, '\u001BOH', `${csi}1~`, `${csi}7~`, `${csi}57423u`], {type: 'move-to', index: 0}],
  [
    'End',
    [`${csi}F`, '\u001BOF', `${csi}4~`, `${csi}8~`, `${csi}57424u`],
    {type: 'move-to', index: Number.MAX_SAFE_INTEGER},
  ],
  ['t', [...letter('t', 'е')], {type: 'train'}],
  ['Space', [' ', `${csi}32u`], {type: 'pause'}],
  ['the full stop', ['.', 'ю', `${csi}46u`], {type: 'step'}],
  ['the less-than sign', ['<', 'Б', `${csi}60u`], {type: 'pace', to: 'slower'}],
  ['the greater-than sign', ['>', 'Ю', `${csi}62u`], {type: 'pace', to: 'faster'}],
  ['f', [...letter('f', 'а')], {type: 'pace', to: 'full'}],
  ['plus', ['+', '=', `${csi}43u`], {type: 'rate', by: 1}],
  ['minus', ['-', '_', `${csi}45u`], {type: 'rate', by: -1}],
  ['the left bracket', ['[', 'х', `${csi}91u`], {type: 'earlier'}],
  ['the right bracket', [']', 'ъ', `${csi}93u`], {type: 'later'}],
  ['n', [...letter('n', 'т')], {type: 'mistake', by: 1}],
  ['b', [...letter('b', 'и')], {type: 'mistake', by: -1}],
  ['w', [...letter('w', 'ц')], {type: 'why'}],
  ['i', [...letter('i', 'ш')], {type: 'toggle-overlay', overlay: 'numbers'}],
  ['j', [...letter('j', 'о')], {type: 'toggle-overlay', overlay: 'changes'}],
  ['k', [...letter('k', 'л')], {type: 'toggle-overlay', overlay: 'nearest'}],
  ['v', [...letter('v', 'м')], {type: 'toggle-overlay', overlay: 'advice'}],
  ['a digit of a view', ['2', `${csi}50u`], {type: 'view', view: 'mistakes'}],
  ['7', ['7', `${csi}55u`], {type: 'view', view: 'lesson'}],
  ['Enter', ['\r', `${csi}13u`, '\u001BOM'], {type: 'hold'}],
  ['p', [...letter('p', 'з')], {type: 'predict'}],
  ['d', [...letter('d', 'в')], {type: 'draw'}],
  ['g', [...letter('g', 'п')], {type: 'ask-index'}],
  ['Tab', ['\t', `${csi}Z`, `${csi}9u`, '\u001BOI'], {type: 'switch-split'}],
  ['a', [...letter('a', 'ф')], {type: 'toggle-art'}],
  ['l', [...letter('l', 'д')], {type: 'next-axes'}],
  ['m', [...letter('m', 'ь')], {type: 'toggle-overlay', overlay: 'summary'}],
  ['c', [...letter('c', 'с')], {type: 'reset', to: 'saved'}],
  ['r', [...letter('r', 'к')], {type: 'reset', to: 'same'}],
  ['s', [...letter('s', 'ы')], {type: 'reset', to: 'next'}],
  ['e', [...letter('e', 'у')], {type: 'change-engine'}],
  ['Escape', ['\u001B', `${csi}27u`, '\u001BO['], {type: 'close'}],
  [
    'the question mark',
    ['?', `${csi}63u`, `${csi}47:63;2u`, `${csi}27;2;63~`],
    {type: 'toggle-overlay', overlay: 'keys'},
  ],
  ['u', [...letter('u', 'г')], {type: 'open-quiz'}],
  [
    'h and F1',
    [...letter('h', 'р'), '\u001BOP', `${csi}P`, `${csi}11~`, `${csi}[A`, `${csi}1;1P`],
    {type: 'toggle-overlay', overlay: 'explain'},
  ],
  ['Ctrl+Z', ['\u001A', `${csi}122;5u`, `${csi}27;5;122~`, `${csi}1103;5u`], {type: 'suspend'}],
  ['Ctrl+L', ['\u000C', `${csi}108;5u`, `${csi}27;5;108~`, `${csi}1076;5u`], {type: 'redraw'}],
  ['q', [...letter('q', 'й')], {type: 'quit', exitCode: 0}],
  ['Ctrl+C', ['\u0003', `${csi}99;5u`, `${csi}27;5;99~`, `${csi}1089;5u`], {type: 'quit', exitCode: 130}],
];

describe('the table of keys', () => {
  for (const [key, chunks, action] of sent) {
    it(`has ${key}`, () => {
      for (const chunk of chunks) {
        const names = keysOf(chunk);
        assert.equal(names.length, 1, `${JSON.stringify(chunk)} is ${names.join()}`);
        assert.deepEqual(actionOf(names[0]), action, JSON.stringify(chunk));
      }
    });
  }

  it('has no row that none of these keys reaches', () => {
    const reached = new Set<unknown>();
    for (const [, [chunk]] of sent) reached.add(bindingOf(keysOf(chunk)[0]));
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
      assert.match(ascii ?? label, /^[!-~]+( [!-~]+)*$/, keys.join());
      assert.match(help, /^[ -~]+$/, keys.join());
    }
    assert.equal(new Set(bindings.map(({label}) => label)).size, bindings.length);
    assert.equal(new Set(bindings.map(({ascii, label}) => ascii ?? label)).size, bindings.length);
  });

  it('has nothing for other keys', () => {
    const held = [...'tpgamreq'].flatMap(key => [
      `\u001B${key}`,
      `${csi}${key.charCodeAt(0)};9u`,
      `${csi}${key.charCodeAt(0)};17u`,
    ]);
    const ctrl = ['\u0001', '\u0011', '\u0014', `${csi}99;6u`, `${csi}1;5C`, `${csi}1;3C`, '\u001B\u0003'];
    for (const chunk of ['x', '8', `${csi}15~`, `${csi}3~`, ...held, ...ctrl]) {
      for (const name of keysOf(chunk)) assert.equal(actionOf(name), undefined, JSON.stringify(chunk));
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
    it(`all count: ${JSON.stringify(chunk)}`, () => {
      assert.deepEqual(keysOf(chunk), names);
    });
  }

  it('are the editing keys when they come alone', () => {
    assert.deepEqual(keysOf('\r'), ['return']);
    assert.deepEqual(keysOf('\n'), ['return']);
    assert.deepEqual(keysOf('\u007F'), ['backspace']);
    assert.deepEqual(keysOf('\b'), ['backspace']);
  });
});

describe('7', () => {
  const press = (state: State): Action | undefined => bindingOf('7')?.act(state, '7');
  const lesson = inLesson(idle);

  it('opens the lesson, comes back to its page, and leaves it there', () => {
    assert.deepEqual(press(idle), {type: 'view', view: 'lesson'});
    assert.deepEqual(press(acted(lesson, {type: 'view', view: 'learn'})), {type: 'view', view: 'lesson'});
    assert.deepEqual(press(lesson), {type: 'leave-lesson'});
    assert.deepEqual(press(acted(lesson, {type: 'close'})), {type: 'leave-lesson'});
  });

  it('closes what covers the page first', () => {
    assert.deepEqual(press(acted(lesson, {type: 'toggle-overlay', overlay: 'summary'})), {
      type: 'view',
      view: 'lesson',
    });
  });
});
