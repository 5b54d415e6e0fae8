import type * as english from '../en/training.js';
import type {Translated} from '../translated.js';

export const training: Translated<typeof english.training> = {
  title: 'Обучение',
  phases: {
    loading: 'загрузка',
    ready: 'готово',
    starting: 'начало',
    training: 'идёт',
    paused: 'пауза',
    stopping: 'остановка',
    failed: 'сбой',
  },
  endings: {
    'early-stop': 'ранняя остановка',
    epochs: 'все эпохи пройдены',
    stopped: 'остановлено',
    diverged: 'потери разошлись',
  },
  counting: ['Доля верных', 'считается'],
  at: 'на шаге {step}',
  change: '{change} п.п.',
  ofWrong: {
    test: {
      wrong: 'ошибок {wrong} из {count}',
      at: ['ошибок {wrong} из {count}, на шаге {step}', 'ошибок {wrong}, шаг {step}', 'ошибок {wrong}'],
    },
    train: {
      wrong: 'тест: {wrong} из {count} ош.',
      at: ['тест: {wrong} из {count} ош., на шаге {step}', 'тест: {wrong} ош., шаг {step}', 'тест: {wrong} ош.'],
    },
  },
  epoch: 'Эпоха {epoch} из {last}, {percent} %',
  step: 'шаг {step}, {doing}',
  paces: {
    watch: ['темп показа', 'показ'],
    full: ['полный темп', 'полный'],
    steps: {one: '{count} шаг/с', few: '{count} шага/с', many: '{count} шагов/с', other: '{count} шага/с'},
    stepsBriefly: '{pace}/с',
  },
  rate: 'скорость {rate}',
  speed: '{speed} картинок/с',
  back: ['шаг {step}, взгляд назад: ] вернёт', 'шаг {step}, раньше: ] вернёт', 'шаг {step}: ] вернёт'],
  live: 'сейчас: шаг {step}, {doing}',
  first: ['первые {count}: {marks} верно {right}', '{marks} {right}', '{marks}'],
  what: [
    {
      one: 'сеть: {count} скрытый нейрон, веса пока случайные',
      few: 'сеть: {count} скрытых нейрона, веса пока случайные',
      many: 'сеть: {count} скрытых нейронов, веса пока случайные',
      other: 'сеть: {count} скрытого нейрона, веса пока случайные',
    },
    {
      one: '{count} нейрон, веса случайны',
      few: '{count} нейрона, веса случайны',
      many: '{count} нейронов, веса случайны',
      other: '{count} нейрона, веса случайны',
    },
    {
      one: '{count} нейрон, случайно',
      few: '{count} нейрона, случайно',
      many: '{count} нейронов, случайно',
      other: '{count} нейрона, случайно',
    },
  ],
  toTrain: ['t: пусть учится на цифрах', 't: учить сеть цифрам'],
  toTrainMore: ['обучение завершено; t — ещё одна эпоха', 'завершено; t: ещё эпоха'],
  toTrainAt: ['t: пусть учится на цифрах, скорость {rate}', 't: учить, скорость {rate}', 't: скорость {rate}'],
  tooFew: [
    'обучающих картинок {images}: меньше пакета из {batchSize}; запустите с --batch-size {images} или меньше',
    'картинок {images}, пакет {batchSize}: --batch-size {images}',
  ],
  scrambled: [
    'пиксели перемешаны: сеть складывает их, форм не видит',
    'перемешано: форм не видит',
    'пиксели перемешаны',
  ],
  onFrom: {
    one: 'пройдена {count} эпоха',
    few: 'пройдены {count} эпохи',
    many: 'пройдено {count} эпох',
    other: 'пройдено {count} эпохи',
  },
  onFromStep: 'дальше с шага {step}',
  onFromAccuracy: {
    one: 'пройдена {count} эпоха, {accuracy}',
    few: 'пройдены {count} эпохи, {accuracy}',
    many: 'пройдено {count} эпох, {accuracy}',
    other: 'пройдено {count} эпохи, {accuracy}',
  },
  saved: {
    one: 'есть запуск: {count} эпоха;',
    few: 'есть запуск: {count} эпохи;',
    many: 'есть запуск: {count} эпох;',
    other: 'есть запуск: {count} эпохи;',
  },
  savedAccuracy: {
    one: 'есть запуск: {count} эпоха, {accuracy};',
    few: 'есть запуск: {count} эпохи, {accuracy};',
    many: 'есть запуск: {count} эпох, {accuracy};',
    other: 'есть запуск: {count} эпохи, {accuracy};',
  },
  toResume: 'c продолжит его',
  savedIn: 'сохранено: {place}',
  savesIn: 'сохранит: {place}',
  keepsNone: 'веса не сохраняются',
};

export const rule: Translated<typeof english.rule> = {
  notYet: [
    'остановка возможна с эпохи {earliest}, когда потери последнего тестового пакета ниже {limit}',
    'стоп возможен с эпохи {earliest}',
  ],
  belowEarly: [
    'потери последнего тестового пакета {loss}, ниже {limit}: ждёт эпоху {earliest}',
    'ждёт эпоху {earliest}',
  ],
  above: ['потери последнего тестового пакета {loss}, не ниже {limit}: дальше', 'дальше: {loss}, не < {limit}'],
  stops: ['потери последнего тестового пакета {loss}, ниже {limit}: стоп', 'стоп: {loss} < {limit}'],
  noBetter: 'не лучше угадывания',
};

export const ends: Translated<typeof english.ends> = {
  why: {
    'early-stop': [
      'остановка после эпохи {epoch}: потери последнего тестового пакета {loss}, ниже {limit}',
      'ранний стоп, эпоха {epoch}',
    ],
    epochs: ['эпоха {epoch} из {last} пройдена', 'эпоха {epoch} из {last} готова'],
    stopped: ['остановлено в эпоху {epoch} из {last}, на шаге {step}', 'стоп в эпоху {epoch} из {last}'],
    diverged: [
      'потери разошлись при скорости {rate}: возврат к шагу {step}',
      'разошлось, скорость {rate}: шаг {step}',
      'разошлось: шаг {step}',
    ],
  },
  next: {
    mistakes: ['n: первая ошибка, t: ещё одна эпоха', 'n: первая ошибка', 'n: ошибки'],
    noMistake: ['t: ещё одна эпоха'],
    stopped: ['t: дальше'],
    mistakesAt: [
      'n: первая ошибка, t: ещё эпоха, скорость {rate}',
      't: ещё эпоха, скорость {rate}',
      't: эпоха, скорость {rate}',
    ],
    stoppedAt: ['t: дальше, скорость {rate}'],
    diverged: ['-: снизить скорость обучения, t: дальше', '-: снизить скорость'],
    advised: ['v: что делать, t: дальше', 'v: что делать'],
    noBetterAdvised: ['не лучше угадывания; v: что делать', 'v: что делать'],
    noBetter: ['не лучше угадывания'],
  },
};

export const chart: Translated<typeof english.chart> = {
  titles: {watch: 'Потери', linear: 'Потери, линейно', logarithmic: 'Потери, лог.'},
  series: {train: 'обуч.', test: 'тест'},
  none: ['график появится, когда сеть начнёт учиться', 'появится при обучении', 'потерь ещё нет'],
  atStep: ['шаг {step}:', '{step}:'],
  guessing: 'наугад {loss}',
  spark: '{name} {first} {bars} {last}',
  rate: 'скорость {rate}',
  steps: 'шаг',
  epochs: 'эпоха',
};
