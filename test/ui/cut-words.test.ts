import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formPanel} from '../../source/ui/panels/form-panel.js';
import {overlayPanel} from '../../source/ui/panels/overlay-panel.js';
import {frameStates} from '../helpers/frame-states.js';
import {themeOf} from '../helpers/frames.js';
import {named, smallScreens, states, terminals} from '../helpers/small-screens.js';
import {acted} from '../helpers/state.js';

const theme = themeOf('ASCII');
const {training} = frameStates;

describe('on small terminals', () => {
  for (const [name, state] of Object.entries(states)) {
    it(`no line of a panel or of what covers them is cut: ${name}`, () => {
      for (const shown of [state, named(state)]) {
        for (const {where, columns, lines} of smallScreens(shown)) {
          for (const line of lines) assert.ok(line.trimEnd().length <= columns, `${where}: ${line}`);
        }
      }
    });
  }

  it('a long value of a setting is whole in the form', () => {
    const state = acted(frameStates.ready, {type: 'form-to', field: 'loss'}, {type: 'form-change', by: 1});
    assert.ok(formPanel.draw(state, {columns: 28, lines: 20}, theme).includes('  loss         cross-entropy'));
  });

  it('neighbours of a class with a long name keep their indices', () => {
    const lines = overlayPanel(named(frameStates.nearest), 'nearest', 80, 21, theme).join('\n');
    assert.match(lines, /Nearest train images/);
    assert.equal([...lines.matchAll(/#\d+/g)].length, 10, lines);
  });

  it('the numbers say the label with the digit', () => {
    for (const [columns, rows] of terminals) {
      const shown = named(acted(training, {type: 'resize', columns, rows}));
      const lines = overlayPanel(shown, 'numbers', columns, rows - 3, theme).join('\n');
      assert.match(lines, /test 0, (label )?Sneaker/);
    }
  });
});
