import type * as english from '../en/map.js';
import type {Translated} from '../translated.js';

export const map: Translated<typeof english.map> = {
  title: 'Карта',
  none: ['цифры ещё просматриваются', 'просматривает'],
  wheel: ['цифра висит между возможными ответами', 'между ответами', 'меж ответов'],
  directions: [
    'скрытые значения по двум главным направлениям: {share} дисперсии',
    'два направления, {share} дисперсии',
    '{share} дисперсии',
    '{share} дисп.',
  ],
  following: [
    'скрытые значения, поворот к двум главным направлениям: {share} дисперсии, там {most}',
    'поворот: {share} дисперсии, самое большее {most}',
    '{share} дисперсии, не больше {most}',
    '{share} дисп.',
  ],
  legends: {
    wheel: [
      'первые цифры, {shown} из {count} ({split}); {mistakes}, {mark}; угол = ответ',
      '{split}, {shown} цифр; {mistakes}, {mark}; угол = ответ',
      '{shown} цифр, {mistakes} {mark}; угол = ответ',
      '{mistakes} {mark}',
      '{mistakes}',
    ],
    directions: [
      'первые цифры, {shown} из {count} ({split}), по меткам; {mistakes}, {mark}',
      '{split}, {shown} из {count} цифр; {mistakes}, {mark}',
      '{mistakes} {mark}',
      '{mistakes}',
    ],
  },
  mistakes: {one: '{count} ошибка', few: '{count} ошибки', many: '{count} ошибок', other: '{count} ошибки'},
  marks: {coloured: 'красным', plain: 'знаком {mark}'},
  pointed: [
    '{split} {index}: метка {label}, ответ {answer}',
    '{index}: {label}, ответ {answer}',
    '{label} как {answer}',
  ],
  hidden: ['{split} {index}: метка {label}, p покажет ответ', '{index}: {label}, p: ответ', 'p покажет ответ'],
  hint: 'точки',
  enter: 'точки, другая карта',
  walk: {help: 'ближайшая цифра в ту сторону'},
  show: {help: 'показать цифру', hint: 'показать'},
  switch: {help: 'колесо или два направления', hint: 'другая карта'},
};
