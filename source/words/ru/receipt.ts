import type * as english from '../en/receipt.js';
import type {Translated} from '../translated.js';

export const receipt: Translated<typeof english.receipt> = {
  result: {
    one: 'Зерно {seed}: {count} эпоха, верно {accuracy}, ошибок {wrong} из {all}',
    few: 'Зерно {seed}: {count} эпохи, верно {accuracy}, ошибок {wrong} из {all}',
    many: 'Зерно {seed}: {count} эпох, верно {accuracy}, ошибок {wrong} из {all}',
    other: 'Зерно {seed}: {count} эпохи, верно {accuracy}, ошибок {wrong} из {all}',
  },
  weakness: {
    one: 'Зерно {seed}: {count} эпоха, верно {accuracy}, ошибок {wrong} из {all}; чаще всего {label} как {answer}',
    few: 'Зерно {seed}: {count} эпохи, верно {accuracy}, ошибок {wrong} из {all}; чаще всего {label} как {answer}',
    many: 'Зерно {seed}: {count} эпох, верно {accuracy}, ошибок {wrong} из {all}; чаще всего {label} как {answer}',
    other: 'Зерно {seed}: {count} эпохи, верно {accuracy}, ошибок {wrong} из {all}; чаще всего {label} как {answer}',
  },
  unfinished: {
    one: 'Зерно {seed}: остановлено в первую эпоху, {count} шаг',
    few: 'Зерно {seed}: остановлено в первую эпоху, {count} шага',
    many: 'Зерно {seed}: остановлено в первую эпоху, {count} шагов',
    other: 'Зерно {seed}: остановлено в первую эпоху, {count} шага',
  },
  goOn: 'Продолжить:',
  saved: 'Сохранено в',
  answers: 'Ответы сети:',
  again: 'Тот же запуск ещё раз:',
  almostAgain: 'Ещё раз, с одной скоростью обучения:',
};
