import type * as english from '../en/lesson.js';
import type {Translated} from '../translated.js';

export const lesson: Translated<typeof english.lesson> = {
  place: '{page} из {pages}, {chapter}',
  right: 'Верно. {reason}',
  wrong: 'Неверно. Ответ: {answer}. {reason}',
  waits: 'Ваш ответ: {answer}. Проверим, когда она поучится.',
  later: 'Здесь будут её числа, когда она поучится.',
  task: 'Задание: {task}',
  done: 'Сделано: {task}',
  more: 'дальше — стрелка вниз',
  unknown: '...',
  hint: 'страницы, ответы',
  enter: 'урок',
  back: 'цифры',
  turn: {help: 'страница назад, вперёд'},
  move: {help: 'другой ответ'},
  answer: {help: 'дать этот ответ', hint: 'ответить'},
  run: {help: 'начать запуск этой страницы'},
  firstPage: 'это первая страница',
  lastPage: 'это последняя страница',
  answered: 'на этот вопрос уже ответили: стрелка вправо перевернёт страницу',
  noRun: 'этой странице свой запуск не нужен',
  opened: 'ваш запуск отложен как есть: 7 на этой странице закончит урок и вернёт его',
  left: 'ваш запуск такой, каким был; 7 продолжит урок',
  leftPaused: 'ваш запуск такой, каким был: Space продолжит его, 7 — урок',
  notSaved: 'урок не сохраняет запусков и не открывает сохранённых: 7 на странице закончит его',
  notRead: 'не удалось прочитать, где остановился прошлый урок: {why}',
  notKept: 'не удалось сохранить страницу: {why}',
  keys: 'стрелки влево и вправо листают, вверх и вниз выбирают ответ, Enter даёт его, Esc возвращает стрелки цифрам',
  answerIs: 'Ответ: {answer}',
  heading: '{page}. {title}',
  seed: 'Напечатано с зерном {seed}; числа взяты из его запусков.',
  choice: '{number}) {answer}',
};

export const chapters: Translated<typeof english.chapters> = {
  minutes: 'пять минут',
  data: 'данные',
  network: 'сеть',
  learning: 'обучение',
  inside: 'вдоль и поперёк',
};

export const lessonAnswers: Translated<typeof english.lessonAnswers> = {
  title: 'Ответы',
  right: ['верно {right} из {count}', 'верно {right}'],
};
