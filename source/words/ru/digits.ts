import type * as english from '../en/digits.js';
import type {Translated} from '../translated.js';

export const splitNames: Translated<typeof english.splitNames> = {train: 'обуч.', test: 'тест'};

/** Both nouns are declined alike, but for the plural without an ending. */
export const ofImages: typeof english.ofImages = ['ами', 'ах', 'ам', 'ой', 'а', 'ы', 'е', 'у', '']
  .map(ending => [`цифр${ending}`, ending === '' ? 'картинок' : `картинк${ending === 'ы' ? 'и' : ending}`] as const)
  .flatMap(([digit, image]) => [[digit, image] as const, [upper(digit), upper(image)] as const]);

function upper(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

export const digit: Translated<typeof english.digit> = {
  title: '{split} {index}',
  loading: 'загрузка',
  falseLabel: 'метка {label}, а это {own}',
  label: 'метка {label}',
};

export const subject: Translated<typeof english.subject> = {
  digit: '{split} {index}',
  drawing: 'рисунок',
  labelled: '{name}: метка {label}',
};

export const prediction: Translated<typeof english.prediction> = {
  title: 'Оценки',
  toPredict: 'p покажет ответ',
  working: 'считает',
  blank: 'ничего не нарисовано',
  shares: ', softmax',
  verdicts: {
    trained: {right: 'ответ {answer}, верно', wrong: 'ответ {answer}, неверно', open: 'ответ {answer}'},
    random: {
      right: 'ответ {answer}, верно; веса случайные',
      wrong: 'ответ {answer}, неверно; веса случайные',
      open: 'ответ {answer}; веса случайные',
    },
  },
  briefVerdicts: {right: '{answer}, верно', wrong: '{answer}, неверно', open: '{answer}'},
  score: 'оценка {score}',
  label: 'метка',
};

export const wall: Translated<typeof english.wall> = {
  title: 'Первые цифры: {split}',
  right: ['верно {right} из {count}; у ошибок: ответ (метка)', 'верно {right} из {count}'],
  hint: 'цифра, Enter выберет её',
};

export const lights: Translated<typeof english.lights> = {
  title: 'Нейроны',
  none: 'появятся, когда будут просмотрены цифры',
  bright: [
    'ярко: выше {level} на многих из обучающих цифр ({digits})',
    'ярко: выше {level} на многих цифрах',
    'выше {level} на многих',
    'выше {level}',
  ],
  dead: [
    'мёртвых {dead} из {count}: 0 на всех обучающих цифрах ({digits})',
    'мёртвых {dead} из {count}: 0 на любой цифре',
    'мёртвых {dead} из {count}',
    'мёртвых {dead}',
  ],
};

export const mistakes: Translated<typeof english.mistakes> = {
  title: 'Ошибки',
  none: 'цифры ещё просматриваются',
  of: [
    '{mistakes} из {count}, по величине отрыва: ответ (метка)',
    '{mistakes}, по отрыву: ответ (метка)',
    '{mistakes} из {count}: ответ (метка)',
    '{mistakes} из {count}',
    '{mistakes}',
  ],
  soFar: [
    'пока {mistakes} на {done} из {count}: ответ (метка)',
    'пока {mistakes} на {done}: ответ (метка)',
    'пока {mistakes} на {done}',
    '{mistakes}',
  ],
  doubted: [
    'сомнительных меток {mistakes}, среди них {found} неверных из {all}: ответ (метка)',
    'сомнительных {mistakes}; неверных меток {found} из {all}',
    '{mistakes}; неверных {found} из {all}',
    '{mistakes}',
  ],
  cellWrong: '{what}, сначала большой отрыв',
  cellRight: '{what}, сначала малый отрыв',
  cellSoFar: '{what}, пока из {done}',
};

export const verdict: Translated<typeof english.verdict> = {
  title: 'Ответ',
  right: '{answer}, верно',
  wrong: '{answer}, неверно',
  wrongLabel: '{answer}, неверно: метка {label}',
  label: 'на самом деле: {label}',
  lead: 'отрыв {answer} от {second}: {lead}',
  leadOverLabel: ', от {label}: {lead}',
  mistakes: {
    place: 'ошибка {place} из {count}',
    elsewhere: 'n: ошибки, всего {count}',
    none: 'ошибок нет',
  },
  cell: {
    place: '{place} из {count} в этой клетке',
    elsewhere: 'n: в этой клетке {count}',
    none: 'в этой клетке цифр нет',
  },
  soFar: 'пока {done} из {count}',
  asOf: 'найдены на шаге {step}',
  looking: 'цифры ещё просматриваются',
};

export const changes: Translated<typeof english.changes> = {
  title: 'Что изменилось',
  summary: 'С шага {from} выучено {learned}, забыто {forgotten}; ошибок было {before}, на шаге {to} стало {now}',
  allUnits: '{summary} (включены все нейроны)',
  learned: 'Выучено: было неверно, теперь верно',
  forgotten: ['Забыто: было верно, теперь нет; ответ (метка)', 'Забыто: было верно, теперь нет'],
  none: 'Сравнивать пока нечего: нужны две оценки сети',
};

export const confusion: Translated<typeof english.confusion> = {
  title: 'Матрица',
  axes: 'строка: метка, столбец: ответ',
  axesInThousands: 'метка, ответ; 1.2 = 1 200',
  none: 'после первой проверки',
  looking: 'цифры ещё просматриваются',
  hint: 'клетка, Enter откроет её',
  enter: 'матрица',
  figures: ['полнота', 'точность'],
  briefFigures: ['пол', 'точ'],
  meanings: ['полнота: какая доля цифр с этой меткой прочитана верно', 'точность: какая доля таких ответов верна'],
  as: '{label} как {answer}: {count}',
  most: 'чаще всего {confusions}',
  noMistake: 'ни одна цифра не принята за другую',
};

const one = [
  ...(['ноль', 'единица', 'двойка', 'тройка', 'четвёрка'] as const),
  ...(['пятёрка', 'шестёрка', 'семёрка', 'восьмёрка', 'девятка'] as const),
] as const;
const many = [
  ...(['нули', 'единицы', 'двойки', 'тройки', 'четвёрки'] as const),
  ...(['пятёрки', 'шестёрки', 'семёрки', 'восьмёрки', 'девятки'] as const),
] as const;

export const cells: Translated<typeof english.cells> = {
  wrong: '{count}: {label} как {answer}',
  right: '{count}: {label}, верно',
  named: {wrong: '{label} как {answer}: {count}', right: '{label}, верно: {count}'},
  one: {labels: one, answers: one},
  other: {labels: many, answers: many},
};

export const nearest: Translated<typeof english.nearest> = {
  title: 'Ближайшие обучающие цифры',
  chosen: '{subject}, ответ {answer}',
  drawing: 'рисунок',
  pixels: 'По пикселям, среди всех {count}',
  hidden: 'По скрытым нейронам, среди первых {count}',
  seeking: 'цифры ещё просматриваются',
  agree: 'По пикселям за {label} — {pixels} из {of}; внутри сети тоже: {hidden} из {of}.',
  disagree: 'По пикселям за {pixelLabel} — {pixels} из {of}; внутри сети за {hiddenLabel} — {hidden} из {of}.',
  caption: '{label} #{index}',
};
