import {describe, it} from 'node:test';
import type {KeyEvent} from '../../source/terminal/events.js';
import {assertEvents, csi, pressed, typed} from '../helpers/terminal-input.js';

/** xterm's numbers for what was held, from 1 on; kitty calls the fourth bit Super. */
const held = ['', 'shift', 'alt', 'alt shift', 'ctrl', 'ctrl shift', 'ctrl alt', 'ctrl alt shift'];
const allHeld = [...held, ...held.map(names => `super ${names}`)];
const ss3 = '\u001BO';

describe('keys with a letter', () => {
  const names: Record<string, string> = {A: 'up', B: 'down', C: 'right', D: 'left', E: 'begin', F: 'end', H: 'home'};
  const functionKeys: Record<string, string> = {P: 'f1', Q: 'f2', R: 'f3', S: 'f4'};

  it('are known with all that can be held, and other letters are dropped whole', () => {
    for (let letter = 'A'.charCodeAt(0); letter <= 'Z'.charCodeAt(0); letter++) {
      const final = String.fromCharCode(letter);
      for (let number = 2; number <= 16; number++) {
        const name = names[final] ?? functionKeys[final];
        const keys = name === undefined ? [] : [pressed(name, allHeld[number - 1])];
        // What a terminal answers to the question for the cursor; Ctrl+F3 looks the same.
        if (final === 'R')
          assertEvents(`${csi}1;${number}R`, [{type: 'answer', about: 'cursor', row: 1, column: number}]);
        else if (final === 'Z') assertEvents(`${csi}1;${number}Z`, [pressed('tab', `${allHeld[number - 1]} shift`)]);
        else if (final === 'I') assertEvents(`${csi}1;${number}I`, [pressed('tab', allHeld[number - 1])]);
        else assertEvents(`${csi}1;${number}${final}`, keys);
      }
    }
  });

  it('are known alone, in both forms', () => {
    for (const [final, name] of Object.entries({...names, ...functionKeys})) {
      assertEvents(`${csi}${final}`, [pressed(name)]);
      assertEvents(`${ss3}${final}`, [pressed(name)]);
      assertEvents(`${ss3}1;5${final}`, [pressed(name, 'ctrl')]);
    }
    assertEvents(`${csi}Z`, [pressed('tab', 'shift')]);
  });

  it('are known as rxvt, the Linux console and mintty send them', () => {
    for (const [final, name] of Object.entries({a: 'up', b: 'down', c: 'right', d: 'left'})) {
      assertEvents(`${csi}${final}`, [pressed(name, 'shift')]);
      assertEvents(`${ss3}${final}`, [pressed(name, 'ctrl')]);
      assertEvents(`\u001B${csi}${final.toUpperCase()}`, [pressed(name, 'alt')]);
      assertEvents(`\u001B${ss3}${final.toUpperCase()}`, [pressed(name, 'alt')]);
    }
    for (const [final, name] of Object.entries({A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5'})) {
      assertEvents(`${csi}[${final}`, [pressed(name)]);
    }
    assertEvents(`${ss3}[`, [pressed('escape')]);
    assertEvents(`${csi}1;6I`, [pressed('tab', 'ctrl shift')]);
  });

  it('are known from the numeric pad', () => {
    const pad = {p: '0', q: '1', r: '2', s: '3', t: '4', u: '5', v: '6', w: '7', x: '8', y: '9'};
    for (const [final, text] of Object.entries({...pad, X: '=', j: '*', k: '+', l: ',', m: '-', n: '.', o: '/'})) {
      assertEvents(`${ss3}${final}`, typed(text));
    }
    assertEvents(`${ss3}M`, [pressed('return')]);
    assertEvents(`${ss3}I`, [pressed('tab')]);
  });
});

describe('keys with a number', () => {
  const names: Record<number, string> = {
    ...{1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end'},
    ...{11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10'},
    ...{23: 'f11', 24: 'f12', 25: 'f13', 26: 'f14', 28: 'f15', 29: 'menu', 31: 'f17', 32: 'f18', 33: 'f19', 34: 'f20'},
  };

  it('are known with all that can be held, and other numbers are dropped whole', () => {
    for (let number = 1; number <= 34; number++) {
      const name = names[number];
      const keys = (names: string): KeyEvent[] => (name === undefined ? [] : [pressed(name, names)]);
      assertEvents(`${csi}${number}~`, keys(''));
      for (const [index, names] of allHeld.entries()) assertEvents(`${csi}${number};${index + 1}~`, keys(names));
      assertEvents(`${csi}${number}$`, keys('shift'));
      assertEvents(`${csi}${number}^`, keys('ctrl'));
      assertEvents(`${csi}${number}@`, keys('ctrl shift'));
    }
  });
});

describe('keys of the protocols in which each has a number', () => {
  it('are known in kitty’s form', () => {
    const cases: [string, KeyEvent[]][] = [
      ['116u', typed('t')],
      ['116;1u', typed('t')],
      ['116;2u', [pressed('T', 'shift', 'T')]],
      ['116;65u', typed('t')],
      ['116;5u', [pressed('t', 'ctrl')]],
      ['116;3u', [pressed('t', 'alt')]],
      ['116;9u', [pressed('t', 'super')]],
      ['116;17u', [pressed('t', 'meta')]],
      ['116;33u', [pressed('t', 'meta')]],
      ['116;6u', [pressed('t', 'ctrl shift')]],
      ['47:63;2u', [pressed('?', 'shift', '?')]],
      ['47;2;63u', [pressed('?', 'shift', '?')]],
      ['1077::116;1u', typed('е')],
      ['0;;229u', typed('å')],
      ['27u', [pressed('escape')]],
      ['13;1u', [pressed('return')]],
      ['9u', [pressed('tab')]],
      ['9;2u', [pressed('tab', 'shift')]],
      ['127u', [pressed('backspace')]],
      ['127;3u', [pressed('backspace', 'alt')]],
      ['57417u', [pressed('left')]],
      ['57418u', [pressed('right')]],
      ['57419u', [pressed('up')]],
      ['57420u', [pressed('down')]],
      ['57421u', [pressed('pageup')]],
      ['57422u', [pressed('pagedown')]],
      ['57423u', [pressed('home')]],
      ['57424;5u', [pressed('end', 'ctrl')]],
      ['57414u', [pressed('return')]],
      ['57399u', typed('0')],
      ['57408;129u', typed('9')],
      ['57413u', typed('+')],
      ['57376u', [pressed('f13')]],
      ['57398u', [pressed('f35')]],
    ];
    for (const [sequence, events] of cases) assertEvents(`${csi}${sequence}`, events);
  });

  it('count when pressed and repeated, not when released', () => {
    const cases: [string, string, KeyEvent[]][] = [
      ['116;1', 'u', typed('t')],
      ['1;1', 'A', [pressed('up')]],
      ['5;1', '~', [pressed('pageup')]],
      ['57417;1', 'u', [pressed('left')]],
    ];
    for (const [start, final, key] of cases) {
      const [press, repeat, release] = [1, 2, 3].map(event => `${csi}${start}:${event}${final}`);
      assertEvents(`${press}${repeat}${release}`, [...key, ...key]);
    }
  });

  it('are none for modifiers, locks and numbers that are no characters', () => {
    for (const number of [57358, 57359, 57360, 57441, 57454, 0, 1, 31, 128, 0xd800, 0x110000, 1e20]) {
      assertEvents(`${csi}${number}u`, []);
      assertEvents(`${csi}27;5;${number}~`, []);
    }
    assertEvents(`${csi}116;1;1114112u${csi}47:57344000;2u${csi}116;1;13u`, []);
  });

  it('are known in xterm’s form', () => {
    assertEvents(`${csi}27;5;116~`, [pressed('t', 'ctrl')]);
    assertEvents(`${csi}27;2;84~`, [pressed('T', 'shift', 'T')]);
    assertEvents(`${csi}27;5;9~`, [pressed('tab', 'ctrl')]);
    assertEvents(`${csi}27;2;63~`, [pressed('?', 'shift', '?')]);
  });
});

describe('keys of one character', () => {
  it('are the letters with Ctrl for control characters, except for those that have keys', () => {
    const own: Record<number, string> = {8: 'backspace', 9: 'tab', 10: 'return', 13: 'return'};
    for (let code = 1; code <= 26; code++) {
      const letter = String.fromCharCode(code + 0x60);
      const name = own[code];
      assertEvents(Uint8Array.of(code), [name === undefined ? pressed(letter, 'ctrl') : pressed(name)]);
    }
    assertEvents('\u0000', [pressed(' ', 'ctrl')]);
    assertEvents(
      '\u001C\u001D\u001E\u001F',
      [...'\\]^_'].map(name => pressed(name, 'ctrl')),
    );
    assertEvents('\u007F', [pressed('backspace')]);
  });

  it('are what was typed for all others, in any script', () => {
    assertEvents('tT7 ?.', typed('tT7 ?.'));
    assertEvents('йЁ漢🙂é', typed('йЁ漢🙂é'));
  });

  it('are with Alt behind an ESC', () => {
    for (const character of 't?7 éй🙂\\') assertEvents(`\u001B${character}`, [pressed(character, 'alt')]);
    assertEvents('\u001B\r', [pressed('return', 'alt')]);
    assertEvents('\u001B\u007F', [pressed('backspace', 'alt')]);
    assertEvents('\u001B\u0003', [pressed('c', 'ctrl alt')]);
    for (const character of '[O]PX^_') assertEvents(`\u001B${character}`, [pressed(character, 'alt')]);
  });
});
