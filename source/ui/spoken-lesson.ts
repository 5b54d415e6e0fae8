import {sheetOf} from '../lesson/sheet.js';
import {openRun} from '../state/runs.js';
import type {State} from '../state/state.js';
import {fill} from '../words/fill.js';
import {lesson as words} from '../words/lesson.js';

/** Whether a page is shown, with the numbers that it has before the first step. */
const isShown = ({screen, runs}: State): boolean => screen.view === 'lesson' && openRun(runs).network !== undefined;

/**
 * What a screen reader is told of the lesson: a page in its order when it is opened or turned to, then what is news. The
 * numbers in a page change while the network is trained; they are told when the page is turned to again.
 */
export function lessonLines(before: State | undefined, now: State): string[] {
  if (!isShown(now)) return [];
  const sheet = sheetOf(now);
  const wasOpen = before !== undefined && isShown(before);
  if (!wasOpen || before.lesson.page !== now.lesson.page) {
    return [
      ...(wasOpen ? [] : [words.keys]),
      ...[
        `${sheet.place}: ${sheet.title}`,
        sheet.text,
        ...(sheet.now === undefined ? [] : [sheet.now]),
        ...sheet.code,
        sheet.question,
      ],
      ...(sheet.reply === undefined
        ? sheet.answers.map((answer, place) => fill(words.choice, {number: place + 1, answer}))
        : [sheet.reply]),
      sheet.task,
    ];
  }
  const old = sheetOf(before);
  const isReplied = sheet.reply !== undefined && (old.given !== sheet.given || old.right !== sheet.right);
  const hasMoved = before.lesson.cursor !== now.lesson.cursor && sheet.given === undefined;
  return [
    ...(hasMoved ? [sheet.answers[now.lesson.cursor] ?? ''] : []),
    ...(isReplied && sheet.reply !== undefined ? [sheet.reply] : []),
    ...(sheet.isDone && !old.isDone ? [sheet.task] : []),
  ];
}
