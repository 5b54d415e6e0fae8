import path from 'node:path';
import type {Split} from './dataset.js';

/** A dataset that many people have. */
export type KnownDataset = {
  readonly title: string;
  /** What its ten classes are called, where they are not the ten digits. */
  readonly classNames?: readonly string[];
  /** The first labels of each split, in the order in which they were published; twenty tell it from any other. */
  readonly labels?: Readonly<Record<Split, string>>;
  /** What its files or folders are called, where the labels do not tell. */
  readonly named: RegExp;
};

/** The known datasets; the first whose name fits counts. */
export const knownDatasets: readonly KnownDataset[] = [
  {
    title: 'Fashion-MNIST',
    // From the table of labels that its authors publish with it.
    classNames: [
      'T-shirt/top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ],
    labels: {train: '90030272550955791064', test: '92116146574573412480'},
    named: /fashion/,
  },
  {
    title: 'KMNIST',
    // The hiragana that each class stands for, in Hepburn's letters.
    classNames: ['o', 'ki', 'su', 'tsu', 'na', 'ha', 'ma', 'ya', 're', 'wo'],
    named: /kmnist|kuzushiji/,
  },
  {title: 'EMNIST digits', named: /emnist-digits/},
  {title: 'EMNIST MNIST', named: /emnist-mnist/},
  {title: 'MNIST', labels: {train: '50419213143536172869', test: '72104149590690159734'}, named: /^mnist\b/},
];

const told = 20;

/**
 * The known dataset that a split is of: by its first labels, else by the names of its file and the two folders above.
 * @param file the file that its images or labels lie in
 */
export function knownDataset(labels: Uint8Array, split: Split, file: string): KnownDataset | undefined {
  const first = labels.subarray(0, told).join('');
  const byLabels = knownDatasets.find(each => each.labels?.[split] === first);
  if (byLabels !== undefined) return byLabels;
  const names = path.resolve(file).toLowerCase().split(path.sep).slice(-3).reverse();
  for (const name of names) {
    const byName = knownDatasets.find(({named}) => named.test(name));
    if (byName !== undefined) return byName;
  }
  return undefined;
}
