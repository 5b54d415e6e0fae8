import {describe, it} from 'node:test';
import type {InputEvent} from '../../source/terminal/events.js';
import {assertEvents, csi, typed} from '../helpers/terminal-input.js';

const osc = '\u001B]';
const st = '\u001B\\';

describe('the answers of a terminal', () => {
  it('are the colours of text and background, in all forms', () => {
    const background = {type: 'answer', about: 'background', red: 30 / 255, green: 31 / 255, blue: 1} as const;
    for (const colour of [
      'rgb:1e1e/1f1f/ffff',
      'rgb:1e/1f/ff',
      'rgba:1e1e/1f1f/ffff/ffff',
      '#1e1fff',
      '#1E1E1F1FFFFF',
    ]) {
      for (const end of [st, '\u0007', '\u009C']) assertEvents(`${osc}11;${colour}${end}`, [background]);
      assertEvents(`\u009D11;${colour}\u009C`, [background]);
    }
    assertEvents(`${osc}10;rgb:f/0/8${st}`, [{type: 'answer', about: 'foreground', red: 1, green: 0, blue: 8 / 15}]);
  });

  it('are device attributes, the cursor, the keyboard’s flags and modes', () => {
    const cases: [string, Extract<InputEvent, {type: 'answer'}>][] = [
      ['?62;22c', {type: 'answer', about: 'primary-attributes', attributes: [62, 22]}],
      ['>41;354;0c', {type: 'answer', about: 'secondary-attributes', attributes: [41, 354, 0]}],
      ['24;80R', {type: 'answer', about: 'cursor', row: 24, column: 80}],
      ['?24;80R', {type: 'answer', about: 'cursor', row: 24, column: 80}],
      ['?0u', {type: 'answer', about: 'keyboard', flags: 0}],
      ['?31u', {type: 'answer', about: 'keyboard', flags: 31}],
      ['?2026;2$y', {type: 'answer', about: 'mode', mode: 2026, value: 2}],
    ];
    for (const [sequence, event] of cases) {
      assertEvents(`${csi}${sequence}`, [event]);
      assertEvents(`t${csi}${sequence}q`, [...typed('t'), event, ...typed('q')]);
    }
  });

  it('are dropped whole when nobody asks for them', () => {
    const unknown = [
      `${osc}4;1;rgb:cdcd/0000/0000${st}`,
      `${osc}52;c;cXVpdCBxIHQgcg==\u0007`,
      `${osc}11;?${st}`,
      `${osc}11;rgb:quit/t/r${st}`,
      `\u001BP1+r524742=382F382F38${st}`,
      `\u001BP>|XTerm(388)${st}`,
      `\u001BP1$r0 q${st}`,
      `\u001B_Gi=31;OK${st}`,
      `\u001B^quit q${st}`,
      `\u001BXquit q${st}`,
      `\u0090quit\u009C\u009Fquit\u009C\u009Equit\u009C\u0098quit\u009C`,
      `${csi}0n`,
      `${csi}?997;1n`,
      `${csi}8;24;80t`,
      `${csi}=1;2c`,
      `${csi}12;2$y`,
      `${csi}>q`,
      `${csi}1;2 q`,
      `${csi}1 2q`,
      `${csi}??q`,
      `\u009B0n`,
    ];
    for (const answer of unknown) assertEvents(`${answer}x`, typed('x'));
  });
});
