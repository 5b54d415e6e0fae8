import type {Sheet} from '../lesson/sheet.js';
import {wrap} from '../text/wrap.js';
import {fill} from '../words/fill.js';
import {lesson as words} from '../words/lesson.js';

/** Columns of the text: it is to be read on paper, too. */
const width = 72;

/** A page of the lesson as text, with the answer to its question. */
export function lessonPrintLines(sheet: Sheet, page: number): string[] {
  const {title, place, text, now, code, question, answers, right, reason, task} = sheet;
  const heading = fill(words.heading, {page, title});
  const answer = right === undefined ? words.unknown : (answers[right] ?? '');
  return [
    ...['', heading, '='.repeat(heading.length), place, ''],
    ...wrap(now === undefined ? text : `${text} ${now}`, width),
    ...(code.length === 0 ? [] : ['', ...code.map(line => `    ${line}`)]),
    ...['', ...wrap(question, width)],
    ...answers.map((each, number) => `  ${fill(words.choice, {number: number + 1, answer: each})}`),
    ...wrap(`${fill(words.answerIs, {answer})}. ${reason}`, width),
    ...['', ...wrap(task, width)],
  ];
}
