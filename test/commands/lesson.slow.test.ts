import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {homeIn, scratchFolder} from '../helpers/environment.js';
import {openLesson} from '../helpers/lesson.js';
import {endTerminals, keys, pseudoTerminals} from '../helpers/terminal.js';

const fileIn = (home: string): string => path.join(homeIn(home).XDG_DATA_HOME ?? home, 'mnist-tui', 'lesson.json');

/** What the screen says on the way, by language; and what keys type on the layout that goes with it. */
const languages = {
  en: {
    ...{
      of: 'of 14',
      done: 'Done: ',
      lesson: 'Enter lesson',
      back: 'Esc back',
      digits: 'Esc digits',
      closes: 'Esc closes',
    },
    ...{waits: 'You say: most of them', right: 'Right\\. After ten steps it reads \\d+ of 24', ended: 'n shows'},
    ...{
      drawing: 'draw',
      fresh: 't lets it learn digits',
      wrong: 'wrong',
      train: 'train',
      test: 'test',
      index: 'Go to train index',
    },
    ...{parameters: '101,770', biases: 'biases', sum: 'the sum of', off: 'x off', without: 'without unit'},
    tasks: [
      ...['t lets it', 'draw a digit', 'once it has', 'go to train', 'go to another', 'm shows', 'once it has learned'],
      ...['r begins afresh', 't, then f', 'n to a mistake', '3, Enter, x', 'o starts it; watch', 'o starts it; wait'],
      '\\? lists',
    ],
    typed: (key: string) => key,
  },
  ru: {
    ...{
      of: 'из 14',
      done: 'Сделано: ',
      lesson: 'Enter урок',
      back: 'Esc назад',
      digits: 'Esc цифры',
      closes: 'Esc закроет',
    },
    ...{waits: 'Ваш ответ: большинство', right: 'Верно\\. После десяти шагов она читает \\d+ из 24'},
    ...{
      ended: 'n: первая',
      drawing: 'рисунок',
      fresh: 't: (пусть|учить)',
      wrong: 'неверно',
      train: 'обуч\\.',
      test: 'тест',
    },
    ...{index: 'Номер \\(обуч\\.\\)', parameters: '101\u00A0770', biases: 'смещения', sum: 'это сумма'},
    ...{off: 'x выкл', without: 'выкл\\. нейрон'},
    tasks: [
      ...['t учит её', 'нарисуйте', 'когда она немного', 'перейдите к обучающей', 'перейдите к другой', 'm покажет'],
      ...['когда она немного', 'r начинает заново', 't, затем f', 'n до ошибки', '3, Enter, x', 'o начнёт; смотрите'],
      ...['o начнёт; дождитесь', '\\? — все'],
    ],
    typed: (key: string) => [...key].map(letter => russianLetters[letter] ?? letter).join(''),
  },
} as const;

/** What the keys of the English layout type on the Russian one. */
const russianLetters: Readonly<Record<string, string>> = {
  ...{t: 'е', d: 'в', n: 'т', g: 'п', m: 'ь', w: 'ц', x: 'ч', o: 'щ', q: 'й', r: 'к'},
  ...{'[': 'х', ']': 'ъ', '.': 'ю'},
};

type Language = keyof typeof languages;
type Step = readonly [keys: string, until: RegExp];

/** What does the task of each page, with what shows that it can go on; the run of the pages before goes on meanwhile. */
function walkIn(language: Language): readonly (readonly Step[])[] {
  const says = languages[language];
  const step = (key: string, ...parts: readonly string[]): Step => [
    key.startsWith('\u001B') || /^[\r\t]/.test(key) ? key : says.typed(key),
    new RegExp(parts.join('[\\s\\S]*')),
  ];
  const done = (page: number): string => `${says.done}${says.tasks[page - 1]}`;
  const {enter, tab, right, down} = keys;
  return [
    [step(`${down}${down}${enter}`, says.waits), step('t', says.right, done(1)), step('', says.ended)],
    [step('d', says.back), step(' ', says.drawing), step(right, says.drawing), step('7', done(2))],
    [step('n', `${says.wrong}|${done(3)}`), step('', done(3))],
    [
      ...[step(keys.escape, says.lesson), step(tab, says.train), step('g', says.index), step('256', '256')],
      ...[step(enter, done(4)), step(enter, says.digits)],
    ],
    [step(keys.escape, says.lesson), step(right, done(5)), step(enter, says.digits)],
    [step('m', says.parameters), step('m', done(6))],
    [step('['.repeat(40), done(7)), step(']'.repeat(40), '\\d')],
    [step('r', says.fresh), step('...', done(8))],
    [step('t', done(9))],
    [
      ...[step(keys.escape, says.lesson), step(tab, says.test), step('n', says.wrong), step('w', says.biases)],
      ...[step('w', '.'), step('7', done(10))],
    ],
    [step('3', says.sum), step(enter, says.off), step('x', says.without), step('7', done(11))],
    [step('o', done(12))],
    [step('o', done(13))],
    [step('?', says.closes), step('?', done(14))],
  ];
}

describe('the lesson in a terminal', {skip: pseudoTerminals}, () => {
  after(endTerminals);

  for (const [language, {of, typed}] of Object.entries(languages) as [Language, (typeof languages)[Language]][]) {
    it(`is walked through, each task is noticed, and it goes on where it was left: ${language}`, async () => {
      const home = scratchFolder();
      const terminal = await openLesson(home, 'full', '--lang', language);
      const walk = walkIn(language);
      for (const [place, steps] of walk.entries()) {
        await terminal.until(`page ${place + 1}`, text => text.includes(`${place + 1} ${of},`));
        for (const [pressed, shown] of steps) {
          terminal.press(pressed);
          await terminal.until(`page ${place + 1}: ${shown}`, text => shown.test(text), 60);
        }
        if (place + 1 < walk.length) terminal.press(keys.right);
      }
      terminal.press(typed('q'));
      assert.equal((await terminal.exited).exitCode, 0);
      const {page, answers, done} = JSON.parse(readFileSync(fileIn(home), 'utf8'));
      assert.deepEqual([page, answers, done.length], [14, {1: 2}, 14]);
      const again = await openLesson(home, 'full', '--lang', language);
      await again.until('the last page', text => text.includes(`14 ${of}`));
      again.press('q');
      await again.exited;
    });
  }

  it('keeps no page with --no-save', async () => {
    const home = scratchFolder();
    const terminal = await openLesson(home, 'full', '--no-save');
    terminal.press(keys.right);
    await terminal.until('page 2', text => text.includes('2 of 14'));
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
    assert.equal(existsSync(fileIn(home)), false);
  });
});
