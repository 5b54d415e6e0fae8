import '../helpers/in-russian.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {drawnLines, frameName} from '../helpers/frames.js';
import {screenFrames} from '../helpers/screen-frames.js';
import {classNames, named, smallScreens, states} from '../helpers/small-screens.js';
import {framedPanels, wantedFrames} from '../helpers/wanted-frames.js';
import {strangeWords} from '../helpers/whole-words.js';

/** Words of paths, marks of drawings, and names of keys on terminals without arrows. */
const besides = /^(?:[ox]+|home|someone|local|share|runs|Left|Right|Up|Down|Arrows)$/;
const strange = (lines: readonly string[], names: readonly string[] = []): string[] =>
  strangeWords(lines, names).filter(word => !besides.test(word));

describe('in Russian', () => {
  for (const name of framedPanels) {
    it(`every word of a panel is whole, and none is English: ${name}`, () => {
      for (const wanted of wantedFrames(name)) {
        const lines = drawnLines(wanted);
        assert.deepEqual(strange(lines), [], `${frameName(wanted)}\n${lines.join('\n')}`);
      }
    });
  }

  it('every word of the whole screen is whole, and none is English', () => {
    for (const [name, frame] of screenFrames()) {
      // What the worker says of an engine, and of a wrong key, is no word of the dashboard's.
      if (/^(a notice|a wrong key),/.test(name)) continue;
      assert.deepEqual(strange(frame.split('\n')), [], `${name}\n${frame}`);
    }
  });

  for (const [name, state] of Object.entries(states)) {
    it(`nothing is cut on small terminals: ${name}`, () => {
      for (const shown of [state, named(state)]) {
        for (const {where, columns, lines} of smallScreens(shown)) {
          for (const line of lines) assert.ok(line.trimEnd().length <= columns, `${where}: ${line}`);
          const names = classNames.flatMap(each => each.split(' '));
          assert.deepEqual(strange(lines, names), [], `${where}\n${lines.join('\n')}`);
        }
      }
    });
  }
});
