import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pages} from '../../../source/lesson/pages.js';
import {sheetOf} from '../../../source/lesson/sheet.js';
import {type Action, afterAction} from '../../../source/state/actions.js';
import type {State} from '../../../source/state/state.js';
import {actionOf} from '../../../source/ui/keys.js';
import {lessonPanel} from '../../../source/ui/panels/lesson-panel.js';
import {lesson as words} from '../../../source/words/en/lesson.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {acted, inLesson} from '../../helpers/state.js';
import {eventsOf} from '../../helpers/terminal-input.js';

/** The panel on the smallest terminal. */
const size = {columns: 40, lines: 9};
const [up, down, enter] = ['\u001B[A', '\u001B[B', '\r'];

/** A page on 40 × 12. */
const small = (page: number): State => ({
  ...acted(inLesson(frameStates.training), ...new Array<Action>(page - 1).fill({type: 'turn-page', by: 1})),
  screen: {...inLesson(frameStates.training).screen, columns: 40, rows: 12},
});
const pressed = (state: State, key: string): State => {
  const [event] = eventsOf(key);
  const action = event && actionOf(state, event);
  return action === undefined ? state : afterAction(state, action);
};
const drawn = (state: State): readonly string[] => lessonPanel.draw(state, size, themeOf('Unicode'));

/** All lines that are seen as the page is gone through with the down arrow, and the state at its end. */
function readThrough(page: number): {readonly seen: Set<string>; readonly end: State} {
  const seen = new Set<string>();
  let state = small(page);
  for (let presses = 0; drawn(state).includes(words.more); presses++) {
    assert.ok(presses < 10, `page ${page} has no end`);
    for (const line of drawn(state)) seen.add(line);
    state = pressed(state, down);
  }
  for (const line of drawn(state)) seen.add(line);
  return {seen, end: state};
}

describe('a page on 40 × 12', () => {
  for (const [place, {name}] of pages.entries()) {
    it(`can be read to its end: ${name}`, () => {
      const sheet = sheetOf(small(place + 1));
      const {seen} = readThrough(place + 1);
      const text = [...seen].join(' ').replaceAll(/\s+/g, ' ');
      for (const answer of sheet.answers) assert.ok(text.includes(answer), `${answer}\n${text}`);
      for (const part of [sheet.text, sheet.question, sheet.task]) {
        const words = part.split(/\s+/);
        assert.ok(
          words.every(word => text.includes(word)),
          `${part}\n${text}`,
        );
      }
      for (const line of seen) assert.ok(line.length <= size.columns, line);
    });
  }

  it('takes no answer before the question has been seen, and then the one under the cursor', () => {
    const early = pressed(small(6), enter);
    assert.deepEqual([early.lesson.answers, early.lesson.top > 0], [{}, true]);
    const {end} = readThrough(6);
    assert.deepEqual(pressed(pressed(end, down), enter).lesson.answers, {6: 1});
  });

  it('goes back to its beginning with the up arrow, and begins there when it is turned to', () => {
    let {end: state} = readThrough(6);
    for (let presses = 0; presses < 6; presses++) state = pressed(state, up);
    assert.deepEqual(drawn(state), drawn(small(6)));
    assert.equal(acted(readThrough(6).end, {type: 'turn-page', by: 1}).lesson.top, 0);
  });
});
