import {stripVTControlCharacters} from 'node:util';
import {worded} from '../../source/dataset/dataset.js';
import {textsOf} from './texts.js';

const letters = /[А-яЁё]+/g;

/** Latin words that a Russian screen has: names, keys, what torchsummary and Python print, units, files. */
const latin = new Set(
  [
    'mnist tui npz wasm CPU webgpu tensorflow MNIST ASCII Adam adam mse relu sigmoid tanh softmax ReLU Linear',
    'Enter Esc Space Backspace Delete Tab Home End PgUp PgDn Ctrl',
    'cross entropy sgd momentum predict sweep quiz reference ts Step fg',
    'hidden learning rate batch size epochs scramble augment no save screen reader resume split mistakes train',
    'Layer type Output Shape Param Total params Trainable Non trainable Input size MB Forward backward pass Params Estimated Total Size',
    'images reshape wanted np eye labels loss scores mean maximum if and last test epoch break slope sqrt weights argmax unit uniform rng begins',
    'sqrt ln',
  ]
    .join(' ')
    .split(' '),
);

/** The Russian words that there are, with those that are said of images in place of digits. */
const known = new Set(
  [...(await textsOf('ru')).values()]
    .flatMap(text => [text, worded(text, {classNames: []})])
    .flatMap(text => text.match(letters) ?? []),
);

/**
 * What is no whole word of the Russian texts on a screen in Russian: the rest of one that was cut, or English.
 * @param names Latin words that may be there besides
 */
export function strangeWords(lines: readonly string[], names: readonly string[] = []): string[] {
  // The beginning of a path may be left out.
  const text = stripVTControlCharacters(lines.join('\n')).replaceAll(/(…|\.\.\.)\S*/g, '');
  const cut = (text.match(letters) ?? []).filter(word => !known.has(word));
  const foreign = (text.match(/[A-Za-z]{2,}/g) ?? []).filter(word => !latin.has(word) && !names.includes(word));
  return [...new Set([...cut, ...foreign])];
}
