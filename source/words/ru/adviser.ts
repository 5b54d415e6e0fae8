import type * as english from '../en/adviser.js';
import type {Translated} from '../translated.js';

export const adviser: Translated<typeof english.adviser> = {
  'not-finite': {
    message: 'Остановлено на шаге {step}: потери больше не число.',
    brief: 'не число на шаге {step}',
    fix: 'Начните заново со скоростью обучения {rate}: снизьте её клавишей -, затем r или s.',
    plainFix: 'Начните заново со скоростью обучения {rate}: --learning-rate {rate}.',
  },
  exploded: {
    message: 'За шаги {from}–{to} потери выросли с {before} до {loss}.',
    brief: 'потери с {before} до {loss} к шагу {to}',
    fix: 'Снижать скорость обучения сейчас бесполезно. Начните заново с {rate}: снизьте её клавишей -, затем r или s.',
    plainFix: 'Начните заново со скоростью обучения {rate}: --learning-rate {rate}.',
  },
  'most-units-dead': {
    message:
      'Скрытых нейронов, которые не откликаются ни на одну цифру: {dead} из {units}. Мёртвые нейроны не оживают.',
    brief: 'мёртвых нейронов {dead} из {units}',
    fix: 'Снижение скорости обучения их уже не оживит. Начните заново с {rate}: снизьте её клавишей -, затем r или s.',
    plainFix: 'Начните заново со скоростью обучения {rate}: --learning-rate {rate}.',
  },
  'one-answer': {
    message: 'Почти всегда ответ один: {answer} ({count} из {all}). От картинки уже почти ничего не зависит.',
    brief: 'ответ {answer} в {share} случаев',
    fix: 'Начните заново со скоростью обучения {rate}: снизьте её клавишей -, затем r или s.',
    plainFix: 'Начните заново со скоростью обучения {rate}: --learning-rate {rate}.',
  },
  'far-off': {
    message: 'Первые потери {loss}, а при угадывании {guessing}: начальные веса слишком велики.',
    brief: 'первые потери {loss}',
    fix: 'Эти веса не подходят к пикселям от 0 до 1: начните заново без --resume или клавишей r.',
    plainFix: 'Эти веса не подходят к пикселям от 0 до 1: начните заново без --resume.',
  },
  overfits: {
    message:
      'Лучше всего было после эпохи {epoch} (потери на тесте {least}); теперь {test}, а на обучении снизились до {train}.',
    brief: 'лучшей была эпоха {epoch}, теперь переобучение',
    fix: 'Остановиться стоило на эпохе {epoch}: --epochs {epoch}; клавиша [ вернёт к ней. Помогут и новые картинки.',
    plainFix: 'Остановиться стоило на эпохе {epoch}: --epochs {epoch}. Помогут и новые картинки.',
  },
  'doubtful-labels': {
    message:
      'Потери на обучении {train}, в {times} раза больше, чем на тесте: многие обучающие метки могут быть неверны.',
    brief: 'много сомнительных меток',
    fix: 'Посмотрите ошибки обучающей выборки, начиная с самого большого отрыва: клавиши Tab и n.',
    plainFix: 'Посмотрите ошибки обучающей выборки, начиная с самого большого отрыва: mistakes --split train.',
  },
  'by-heart': {
    message: 'Потери на обучении {train}, на тесте {test}: сеть знает свои картинки ({images}) наизусть.',
    brief: 'знает наизусть свои картинки ({images})',
    fix: 'Поможет больше обучающих картинок или эти же в новых видах: --augment.',
    plainFix: 'Поможет больше обучающих картинок или эти же в новых видах: --augment.',
  },
  slow: {
    message: 'Верно {accuracy}, и ещё {change} п.п. за эпоху: скорость обучения {rate} мала.',
    brief: 'скорость обучения {rate} мала',
    fix: 'Повысьте скорость обучения до {better}: клавиша + или --learning-rate {better}.',
    plainFix: 'Повысьте скорость обучения до {better}: --learning-rate {better}.',
  },
  'hardly-learns': {
    message: 'После шага {step} потери {test}, а при угадывании {guessing}.',
    brief: 'потери всё ещё {test}',
    fix: 'Повысьте скорость обучения до {better}: клавиша + или --learning-rate {better}.',
    plainFix: 'Повысьте скорость обучения до {better}: --learning-rate {better}.',
  },
  plateau: {
    message: 'Верно {accuracy}, и за две эпохи потери изменились лишь на {percent} %.',
    brief: 'застряла на {accuracy}',
    fix: 'Другая скорость обучения вместо {rate} может дать больше: клавиши + и -.',
    plainFix: 'Другая скорость обучения вместо {rate} может дать больше: --learning-rate.',
  },
  'up-and-down': {
    message: 'За три последние эпохи доля верных ответов менялась на {first}, {second} и {third} п.п.',
    brief: 'доля верных скачет',
    fix: 'Снизьте скорость обучения до {better}: клавиша - или --learning-rate {better}; либо возьмите пакет больше: --batch-size {batch}.',
    plainFix:
      'Снизьте скорость обучения до {better}: --learning-rate {better}; либо возьмите пакет больше: --batch-size {batch}.',
  },
  'never-answers': {
    message: 'Таких ответов не бывает совсем: {answers}.',
    brief: 'никогда не отвечает {answers}',
    fix: 'Может помочь больше скрытых нейронов: --hidden {hidden}.',
    plainFix: 'Может помочь больше скрытых нейронов: --hidden {hidden}.',
  },
  'many-units-dead': {
    message: 'Мёртвых скрытых нейронов {dead} из {units}; обычно их от {few} до {usual}.',
    brief: 'мёртвых нейронов {dead} из {units}',
    fix: 'При скорости обучения {rate} с самого начала их выживет больше: снизьте её клавишей -, затем r или s.',
    plainFix: 'При скорости обучения {rate} с самого начала их выживет больше: --learning-rate {rate}.',
  },
  'few-steps': {
    message: 'Шагов в эпохе всего {steps} (вне пакетов осталось картинок: {left} из {images}).',
    brief: 'мало шагов в эпохе: {steps}',
    fix: 'Чем меньше пакет, тем их больше: --batch-size {batch}.',
    plainFix: 'Чем меньше пакет, тем их больше: --batch-size {batch}.',
  },
  'earlier-was-better': {
    message: 'После эпохи {epoch} было верно {best}, теперь {now}.',
    brief: 'эпоха {epoch} была лучше',
    fix: 'Остановиться стоило на эпохе {epoch}: --epochs {epoch}; клавиша [ вернёт к ней.',
    plainFix: 'Остановиться стоило на эпохе {epoch}: --epochs {epoch}.',
  },
  'limit-not-reached': {
    message: 'Потери последнего тестового пакета {loss}; для ранней остановки нужно меньше {limit}.',
    brief: 'до ранней остановки не дошло',
    fix: 'Помогут ещё эпохи или другая скорость обучения: t — ещё одна эпоха, + и - меняют скорость.',
    plainFix: 'Помогут ещё эпохи или другая скорость обучения: --epochs, --learning-rate.',
  },
};

export const adviserCases: Translated<typeof english.adviserCases> = {
  oneStep: 'Один шаг, {from}-й, поднял потери с {before} до {loss}.',
  surer:
    'Лучше всего было после эпохи {epoch} (потери на тесте {least}); теперь {test}: ошибается увереннее, доля верных та же.',
  moreUnits: {
    fix: 'С большим числом скрытых нейронов выйдет лучше: --hidden {hidden}.',
    plainFix: 'С большим числом скрытых нейронов выйдет лучше: --hidden {hidden}.',
  },
  afresh: {
    fix: 'Начните заново со скоростью обучения {rate}: снизьте её клавишей -, затем r или s.',
    plainFix: 'Начните заново со скоростью обучения {rate}: --learning-rate {rate}.',
  },
  afar: {
    fix: 'Начните заново со скоростью обучения {rate}: запустите программу с --learning-rate {rate}.',
    plainFix: 'Начните заново со скоростью обучения {rate}: --learning-rate {rate}.',
  },
  labels: {
    fix: 'Проверьте, те ли метки у картинок; может помочь и другая скорость обучения вместо {rate}: клавиши + и -.',
    plainFix:
      'Проверьте, те ли метки у картинок; может помочь и другая скорость обучения вместо {rate}: --learning-rate.',
  },
  oneStepEpoch: 'В эпохе всего 1 шаг (вне пакетов осталось картинок: {left} из {images}).',
  moreImages: {
    fix: 'Поможет больше обучающих картинок: так мало не наполнит много пакетов.',
    plainFix: 'Поможет больше обучающих картинок: так мало не наполнит много пакетов.',
  },
};

export const advice: Translated<typeof english.advice> = {
  title: 'Советы',
  none: 'Советовать пока нечего.',
  now: 'Что советник замечает в этом запуске, начиная с самого важного',
  earlier: 'Замечено в этом запуске раньше',
  one: 'совет: {first}',
  both: 'совет: {first}; {second}',
  bothLong: 'совет: {first} {second}',
  line: 'Совет: {message} {fix}',
};
