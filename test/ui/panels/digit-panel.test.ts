import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createPaint} from '../../../source/text/paint.js';
import {digitPanel} from '../../../source/ui/panels/digit-panel.js';
import {idle} from '../../helpers/state.js';

describe('the panel of the digit', () => {
  for (const [columns, lines] of [
    [14, 8],
    [28, 15],
    [56, 29],
  ] as const) {
    it(`is plain ASCII without Unicode, with colours and without, at ${columns} × ${lines}`, () => {
      for (const greys of [26, 4, 0] as const) {
        const paint = createPaint(greys > 0 ? 4 : 1, 'dark');
        const drawn = digitPanel.draw(idle, {columns, lines}, {unicode: false, background: 'dark', greys, paint});
        const text = stripVTControlCharacters(drawn.join('\n'));
        assert.match(text, /^[\n -~]*$/, `${greys} greys`);
        assert.equal(drawn.length, lines);
      }
    });
  }
});
