import {describe, it} from 'node:test';
import type {MouseEvent} from '../../source/terminal/events.js';
import {assertEvents, csi, typed} from '../helpers/terminal-input.js';

const at = {type: 'mouse', column: 10, row: 223, ctrl: false, alt: false, shift: false} as const;

describe('reports of the mouse', () => {
  it('tell of presses, releases, moves and the wheel', () => {
    const cases: [string, MouseEvent][] = [
      ['0;10;223M', {...at, action: 'press', button: 'left'}],
      ['1;10;223M', {...at, action: 'press', button: 'middle'}],
      ['2;10;223M', {...at, action: 'press', button: 'right'}],
      ['128;10;223M', {...at, action: 'press', button: 'back'}],
      ['129;10;223M', {...at, action: 'press', button: 'forward'}],
      ['0;10;223m', {...at, action: 'release', button: 'left'}],
      ['2;10;223m', {...at, action: 'release', button: 'right'}],
      ['32;10;223M', {...at, action: 'drag', button: 'left'}],
      ['34;10;223M', {...at, action: 'drag', button: 'right'}],
      ['35;10;223M', {...at, action: 'move'}],
      ['64;10;223M', {...at, action: 'wheel', direction: 'up'}],
      ['65;10;223M', {...at, action: 'wheel', direction: 'down'}],
      ['66;10;223M', {...at, action: 'wheel', direction: 'left'}],
      ['67;10;223M', {...at, action: 'wheel', direction: 'right'}],
      ['4;10;223M', {...at, shift: true, action: 'press', button: 'left'}],
      ['8;10;223M', {...at, alt: true, action: 'press', button: 'left'}],
      ['16;10;223M', {...at, ctrl: true, action: 'press', button: 'left'}],
      ['92;10;223M', {...at, ctrl: true, alt: true, shift: true, action: 'wheel', direction: 'up'}],
    ];
    for (const [sequence, event] of cases) assertEvents(`${csi}<${sequence}`, [event]);
  });

  it('are dropped whole when they make no sense', () => {
    for (const report of ['0;10M', '3;10;10M', '0;0;5M', '0;5;0M', '256;1;1M', '0;1;2;3M', ';;M', 'M', '130;1;1M']) {
      assertEvents(`${csi}<${report}x`, typed('x'));
    }
  });

  it('are dropped whole in older forms, whatever bytes they have', () => {
    for (const bytes of [' !!', 'qqq', 'C\u00FF\u00FF', '#\u009B\u0080', '[[[', '~~~', '\u00C3q\u007F']) {
      const report = Buffer.from(`${csi}M${bytes}`, 'latin1');
      assertEvents(Buffer.concat([report, Buffer.from('t')]), typed('t'));
    }
    assertEvents(`${csi}0;10;223Mt`, typed('t'));
  });
});

describe('the focus', () => {
  it('is told when it comes and goes', () => {
    assertEvents(`${csi}I${csi}O`, [
      {type: 'focus', focused: true},
      {type: 'focus', focused: false},
    ]);
  });
});
