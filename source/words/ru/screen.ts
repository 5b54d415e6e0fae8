import type * as english from '../en/screen.js';
import type {Translated} from '../translated.js';

export const screen: Translated<typeof english.screen> = {
  tooSmall: 'нужно {columns} столбцов, {rows} строк; q: выход',
  waiting: '{what}, {seconds} с',
  seed: 'зерно {seed}',
  faster: '{engine} был бы быстрее',
  ofLesson: ['запуск урока', 'урок'],
  lane: 'запуск {run} из {runs}',
  off: 'выкл.: {units}',
  moment: {accuracy: 'шаг {step}, {accuracy}', step: 'шаг {step}', brief: 'ш. {step}'},
  nothingToHold: 'отсюда выбирать нечего',
  enter: 'Enter',
  afterEnter: 'затем: {help}',
  escape: 'Esc',
  closesCell: 'все ошибки',
  givesBack: 'назад',
  scrolls: 'листать',
  closes: 'закрыть',
  arrows: {label: 'Стрелки', hint: 'цифры'},
  index: 'Номер ({split}): {typed}',
  indexKeys: 'Enter: перейти, Esc: отмена',
  against: 'Против какой цифры, от 0 до 9: {typed}',
  againstKeys: 'Enter: дальше, Esc: отмена',
  afresh: 'ещё раз {key}: заново с зерном {seed}, Esc: оставить',
  resume: 'ещё раз {key}: продолжить сохранённый запуск, Esc: оставить этот',
  answers: '{key} или y: да, Esc или n: нет',
  overlays: {summary: 'Устройство модели', keys: 'Клавиши'},
  close: 'Esc закроет',
  range: '{first}–{last} из {count}',
};

export const views: Translated<typeof english.views> = {
  learn: 'учёба',
  mistakes: 'ошибки',
  network: 'сеть',
  map: 'карта',
  draw: 'рисунок',
  runs: 'запуски',
  lesson: 'урок',
};

export const waits: Translated<typeof english.waits> = {
  dataset: 'загрузка данных',
  trying: 'проба {engine}',
  loading: 'загрузка {engine}',
  warming: 'разогрев {engine}',
};

/** A no-break space between thousands: a comma would be read as the decimal mark. */
export const written: Translated<typeof english.written> = {
  thousands: '\u00A0',
  seconds: '{time} с',
  minutes: '{time} мин',
};

export const place: Translated<typeof english.place> = {
  device: '{engine} на {device}',
  threads: {
    one: '{engine} на {device}, {count} поток',
    few: '{engine} на {device}, {count} потока',
    many: '{engine} на {device}, {count} потоков',
    other: '{engine} на {device}, {count} потока',
  },
};
