import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {State} from '../../source/state/state.js';
import {layout} from '../../source/ui/layout.js';
import {overlays} from '../../source/ui/overlays.js';
import {overlayPanel} from '../../source/ui/panels/overlay-panel.js';
import {views} from '../../source/ui/views.js';
import {frameStates} from '../helpers/frame-states.js';
import {themeOf} from '../helpers/frames.js';
import {acted} from '../helpers/state.js';

const classNames = ['Top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'];
const theme = themeOf('ASCII');
const terminals = [
  [40, 12],
  [60, 20],
  [80, 24],
] as const;
const {start, ready, predicting, training, wrong, back, early, onMap, mistakes, opened, inside, unitsOff} = frameStates;
const states = {start, ready, predicting, training, wrong, back, early, onMap, mistakes, opened, inside, unitsOff};

/** The same of a dataset whose classes have names. */
function named(state: State): State {
  const {train, test} = state.session.data;
  const data = {...(train && {train: {...train, classNames}}), ...(test && {test: {...test, classNames}})};
  return {...state, session: {...state.session, data}};
}

const isWhole = (line: string, columns: number): boolean => line.trimEnd().length <= columns;

describe('on small terminals', () => {
  for (const [name, state] of Object.entries(states)) {
    it(`no line of a panel or of what covers them is cut: ${name}`, () => {
      for (const shown of [state, named(state)]) {
        for (const [columns, rows] of terminals) {
          const sized = acted(shown, {type: 'resize', columns, rows});
          for (const [view, {panels}] of Object.entries(views)) {
            for (const {panel, size} of layout(columns, rows, panels)?.places ?? []) {
              for (const line of panel.draw(sized, size, theme)) {
                assert.ok(isWhole(line, size.columns), `${view}, ${panel.name}, ${columns} x ${rows}: ${line}`);
              }
            }
          }
          for (const overlay of ['summary', 'keys', 'advice', 'nearest', 'why', 'numbers', 'explain'] as const) {
            const [title = '', ...lines] = overlayPanel(sized, overlay, columns, rows - 3, theme);
            const where = `${overlay}, ${columns} x ${rows}`;
            assert.ok(title.startsWith(`- ${overlays[overlay].title.split(' ')[0]}`) && title.endsWith('-'), where);
            for (const line of lines) assert.ok(isWhole(line, columns), `${where}: ${line}`);
          }
        }
      }
    });
  }

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
