import type * as english from '../en/spoken.js';
import type {Translated} from '../translated.js';

export const spoken: Translated<typeof english.spoken> = {
  program: 'mnist-tui: ? перечислит клавиши, q: выход',
  network: '{dataset}, {place}, зерно {seed}',
  fromRandom: 't учит сеть, со случайных весов',
  fromRandomSaved: 't учит сеть, со случайных весов; c продолжит сохранённый запуск',
  onFrom: {
    one: 't учит сеть дальше, пройдена {count} эпоха',
    few: 't учит сеть дальше, пройдены {count} эпохи',
    many: 't учит сеть дальше, пройдено {count} эпох',
    other: 't учит сеть дальше, пройдено {count} эпохи',
  },
  savesIn: 'веса сохраняются в {place}',
  training: 'Обучение: эпохи от {first} до {last}',
  epoch: 'Эпоха {epoch}: верно {accuracy}, средние потери на тесте {loss}',
  epochOf: 'Эпоха {epoch} из {last}: верно {accuracy}, средние потери на тесте {loss}',
  ended: {
    one: 'Обучение закончено: {ending}, {count} эпоха, последний отрезок {time}',
    few: 'Обучение закончено: {ending}, {count} эпохи, последний отрезок {time}',
    many: 'Обучение закончено: {ending}, {count} эпох, последний отрезок {time}',
    other: 'Обучение закончено: {ending}, {count} эпохи, последний отрезок {time}',
  },
  digit: '{split} {index}: {label}',
  toPredict: 'p покажет ответ',
  answers: {
    trained: {
      right: 'ответ {answer}, верно, оценка {score}',
      wrong: 'ответ {answer}, неверно, оценка {score}',
    },
    random: {
      right: 'ответ {answer}, верно, оценка {score}; веса случайные',
      wrong: 'ответ {answer}, неверно, оценка {score}; веса случайные',
    },
  },
  askIndex: 'Номер цифры ({split}); {keys}',
  key: '{key}: {help}',
  noPictures: 'с --screen-reader картинок нет',
};
