import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {State} from '../../../source/state/state.js';
import {overlayPanel} from '../../../source/ui/panels/overlay-panel.js';
import {headText} from '../../../source/ui/panels/tabs.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {oracleConfusion} from '../../helpers/oracle-answers.js';
import {acted, inLesson} from '../../helpers/state.js';

const {training, back} = frameStates;
const theme = themeOf('ASCII');
const head = (state: State, columns: number): string => {
  const {text, width} = headText(acted(state, {type: 'resize', columns, rows: 24}), theme);
  assert.ok(text.length === width && width <= columns, text);
  return text;
};

describe('the head of the screen', () => {
  it('names the moment that is looked at with its accuracy, where there is room, in every view', () => {
    assert.doesNotMatch(head(training, 80), /step/);
    assert.match(head(back, 80), /1 learn 2 3 4 5 6 7 {2}step 100, \d\d\.\d %$/);
    assert.match(head(back, 100), /7 lesson {2}step 100, \d\d\.\d %$/);
    assert.match(head(back, 40), / 5 6 7 step 100$/);
    assert.match(head(acted(back, {type: 'view', view: 'map'}), 80), /3 4 map 5 6 7 {2}step 100, \d\d\.\d %$/);
    // After the first epoch 468 steps are done, and PyTorch's confusion is what those come to.
    const right = oracleConfusion.reduce((sum, count, place) => sum + (place % 11 === 0 ? count : 0), 0);
    const looked = acted(training, {type: 'look-at', step: 468});
    assert.ok(head(looked, 80).endsWith(`step 468, ${(right / 100).toFixed(1)} %`), head(looked, 80));
  });

  it("says that a view shows the lesson's run, as long as that is open, and not on its pages", () => {
    const lesson = acted(inLesson(training), {type: 'view', view: 'network'});
    assert.match(head(lesson, 80), /1 2 3 network 4 5 6 7 {2}lesson's run$/);
    assert.match(head(lesson, 40), /3 network 4 5 6 7 lesson$/);
    assert.doesNotMatch(head(acted(lesson, {type: 'view', view: 'lesson'}), 80), /lesson's/);
    assert.doesNotMatch(head(acted(training, {type: 'view', view: 'network'}), 80), /lesson's/);
  });

  it('names the units that are off at 80 columns, too', () => {
    const off = acted(training, {type: 'switch-unit', unit: 3}, {type: 'switch-unit', unit: 4});
    assert.match(head(off, 80), /1 learn 2 3 4 5 6 7 {2}off: units? 3/);
  });

  it('is over what covers the panels and shows the moment, too', () => {
    const title = (state: State): string => overlayPanel(state, 'why', 80, 20, theme)[0] ?? '';
    assert.match(title(back), /^- Why step 100 {2}Esc closes -/);
    assert.match(title(training), /^- Why Esc closes -/);
  });
});
