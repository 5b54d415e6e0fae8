import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createPaint} from '../../../source/text/paint.js';
import {layout} from '../../../source/ui/layout.js';
import {digitPanel} from '../../../source/ui/panels/digit-panel.js';
import {idle} from '../../helpers/state.js';

describe('the panel of the digit', () => {
  const sizes = [
    [40, 12, 'half'],
    [80, 24, 'normal'],
    [120, 40, 'double'],
  ] as const;
  for (const [columns, rows, scale] of sizes) {
    it(`is plain ASCII without Unicode, with colours and without, at ${columns} × ${rows}`, () => {
      const places = layout(columns, rows);
      assert.ok(places?.digit.scale === scale);
      for (const greys of [26, 4, 0] as const) {
        const lines = digitPanel(idle, places, {
          unicode: false,
          background: 'dark',
          greys,
          paint: createPaint(greys > 0 ? 4 : 1, 'dark'),
        });
        const text = stripVTControlCharacters(lines.join('\n'));
        assert.match(text, /^[\n -~]*$/, `${greys} greys`);
        assert.equal(lines.length, places.digit.lines);
      }
    });
  }
});
