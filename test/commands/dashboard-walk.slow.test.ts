import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {moveHome} from '../helpers/environment.js';
import {endTerminals, pseudoTerminals} from '../helpers/terminal.js';
import {walk, walkWithHighRate} from '../helpers/walk.js';

moveHome();
after(endTerminals);

const inside = ['mistake', 'why', 'cell', 'unit', 'off'];
const stops = ['start', 'paused', 'numbers', 'end', ...inside, 'step-50', 'map-then', 'map-now'];

describe('a walk through the dashboard', {skip: pseudoTerminals}, () => {
  for (const [columns, rows] of [
    [80, 24],
    [100, 30],
    [200, 50],
  ] as const) {
    it(`sees everything on ${columns} × ${rows}: each stop within the terminal`, async () => {
      const seen: string[] = [];
      await walk({columns, rows}, ({name, terminal}) => {
        seen.push(name);
        // The last line stays free, so that the terminal never scrolls.
        assert.equal(terminal.lines()[rows - 1] ?? '', '', name);
        // On 80 columns the moment that is looked at, and a unit that is off, take the room of the names.
        const isBrief = columns === 80 && /^(map-|off$)/.test(name);
        const head = isBrief ? /^ mnist-tui {2}1 2 (3 network 4|3 4 map) 5 6 7 / : /^ mnist-tui {2}1 learn/;
        assert.match(terminal.lines()[0] ?? '', head, name);
      });
      assert.deepEqual(seen, stops);
    });
  }

  it('sees the hidden units go dark at a rate of 0.02, and the adviser say why', async () => {
    const seen: string[] = [];
    await walkWithHighRate({columns: 80, rows: 24}, ({name, terminal}) => {
      seen.push(name);
      if (name === 'advice') assert.match(terminal.text(), /hidden units/);
    });
    assert.deepEqual(seen, ['dark', 'advice']);
  });
});
