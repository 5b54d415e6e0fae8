import assert from 'node:assert/strict';
import {it} from 'node:test';
import {facts} from '../../source/lesson/facts.js';
import {pages} from '../../source/lesson/pages.js';
import {sheetOf} from '../../source/lesson/sheet.js';
import {answerCount} from '../../source/state/lesson-size.js';
import type {State} from '../../source/state/state.js';
import {wrap} from '../../source/text/wrap.js';
import {lessonPanel} from '../../source/ui/panels/lesson-panel.js';
import {lesson as words} from '../../source/words/lesson.js';
import {frameStates} from './frame-states.js';
import {themeOf} from './frames.js';

/** What the page has beside the panels on 80 × 24. */
const size = {columns: 50, lines: 21};
const {training} = frameStates;
const numbers = pages.map((_, place) => place + 1);

/** A state with a page of the lesson open. */
export const at = (page: number, state: State = training, lesson: Partial<State['lesson']> = {}): State => ({
  ...state,
  lesson: {...state.lesson, ...lesson, page},
});

/** Every text of a page as it is written. */
const textsOf = ({words: page}: (typeof pages)[number]): string[] => [
  page.title,
  page.text,
  ...page.now,
  ...page.code,
  page.question,
  ...page.answers,
  page.reason,
  page.task,
];

/** The names that the pages have, and numbers; in every language. */
export function checkNames(): void {
  it('name only what the program knows', () => {
    for (const text of pages.flatMap(textsOf)) {
      for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g))
        assert.ok(Object.hasOwn(facts, name), `${name}: ${text}`);
    }
  });

  it('name everything that is known', () => {
    const named = new Set(
      pages.flatMap(textsOf).flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
    );
    assert.deepEqual(
      Object.keys(facts).filter(name => !named.has(name)),
      [],
    );
  });

  it("hold no number but the tutorial's own, keys, and what arithmetic has", () => {
    // Pixels and their values, layers, labels, the digits that the tutorial asks for, its rule; keys of views.
    const fixed = new Set(['784', '128', '10', '255', '28', '256', '200', '7', '0', '1', '2', '3', '5', '6']);
    for (const text of pages.flatMap(textsOf)) {
      for (const [number] of text.replaceAll(/\{\w+\}/g, '').matchAll(/\d+(\.\d+)?/g)) {
        assert.ok(fixed.has(number) || /\bW\d|\bb\d/.test(text), `${number}: ${text}`);
      }
    }
  });
}

/** The room that the pages need on 80 × 24; in every language. */
export function checkRoom(): void {
  it('have at most ten lines of text on 80 columns, the Python among them', () => {
    for (const page of numbers) {
      const {title, place, text, now = '', code, answers} = sheetOf(at(page));
      assert.ok(title.length + place.length + 4 <= size.columns, `${title} ${place}`);
      for (const answer of answers) assert.ok(answer.length + 2 <= size.columns, answer);
      const lines = [...wrap(text, size.columns), ...wrap(now, size.columns), ...code];
      assert.ok(lines.length <= 10, `page ${page}: ${lines.length} lines`);
      for (const line of lines) assert.ok(line.length <= size.columns, line);
    }
  });

  it('fit on 80 × 24 whatever has been answered and done', () => {
    for (const page of numbers) {
      const done = [page];
      const given = Array.from({length: answerCount}, (_, answer) => ({done, answers: {[page]: answer}}));
      for (const lesson of [{}, {done}, ...given]) {
        for (const state of [training, frameStates.ready]) {
          const lines = lessonPanel.draw(at(page, state, lesson), size, themeOf('Unicode'));
          assert.ok(lines.length <= size.lines && !lines.includes(words.more), `page ${page}\n${lines.join('\n')}`);
          for (const line of lines) assert.ok(line.length <= size.columns, line);
        }
      }
    }
  });
}
