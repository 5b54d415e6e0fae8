import path from 'node:path';
import {type Split, splits} from './dataset.js';

/** The two arrays of a split. */
export const arrayKinds = ['images', 'labels'] as const;

/** See arrayKinds. */
export type ArrayKind = (typeof arrayKinds)[number];

/** For each split something for its images and something for its labels. */
export type ByRole<Value> = Readonly<Record<Split, Readonly<Record<ArrayKind, Value>>>>;

/** What a name says of a file or array; `rest` is what else is in the name, such as `emnist-digits`. */
export type Role = {readonly split: Split; readonly kind: ArrayKind | undefined; readonly rest: string};

const words: Readonly<Record<Split | ArrayKind, readonly string[]>> = {
  train: ['train', 'training'],
  test: ['test', 'testing', 't10k'],
  images: ['x', 'images', 'image', 'imgs', 'img'],
  labels: ['y', 'labels', 'label', 'targets', 'target'],
};

/**
 * Reads a name as people give them: `x_train`, `Y_test`, `train_images`, `kmnist-train-imgs`, `mnist_train`.
 * @returns undefined for a name of no split, such as `val_images`
 */
export function roleOf(name: string): Role | undefined {
  let split: Split | undefined;
  let kind: ArrayKind | undefined;
  const rest: string[] = [];
  for (const word of name.toLowerCase().split(/[^a-z0-9]+/)) {
    const isSplit = splits.find(each => words[each].includes(word));
    const isKind = arrayKinds.find(each => words[each].includes(word));
    if (split === undefined && isSplit !== undefined) split = isSplit;
    else if (kind === undefined && isKind !== undefined) kind = isKind;
    else if (word !== '') rest.push(word);
  }
  return split && {split, kind, rest: rest.join('-')};
}

const idxName = /^(?:(.+)[-_.])?(train|test|t10k)[-_](images|labels)[-_.]idx([13])[-_]ubyte(?:\.gz)?$/i;

/** The same for an IDX file, whose name says more: `emnist-digits-train-images-idx3-ubyte.gz`, `t10k-labels.idx1-ubyte`. */
export function idxRoleOf(file: string): (Role & {readonly kind: ArrayKind}) | undefined {
  const [, rest = '', split, kind, axes] = idxName.exec(path.basename(file)) ?? [];
  if (split === undefined || kind === undefined) return undefined;
  const images = kind.toLowerCase() === 'images';
  if (images !== (axes === '3')) return undefined;
  return {
    split: split.toLowerCase() === 'train' ? 'train' : 'test',
    kind: images ? 'images' : 'labels',
    rest: rest.toLowerCase(),
  };
}

/** What belongs together by its names; `both` is a split's images and labels in one. */
export type Group<Value> = Partial<Record<Split, Partial<Record<ArrayKind | 'both', Value>>>>;

/** Things that have roles, grouped by what else is in their names; the first of a role counts. */
export function groupsOf<Value>(
  values: readonly Value[],
  role: (value: Value) => Role | undefined,
): ReadonlyMap<string, Group<Value>> {
  const groups = new Map<string, Group<Value>>();
  for (const value of values) {
    const found = role(value);
    if (found === undefined) continue;
    const group = groups.get(found.rest) ?? {};
    const arrays = group[found.split] ?? {};
    arrays[found.kind ?? 'both'] ??= value;
    group[found.split] = arrays;
    groups.set(found.rest, group);
  }
  return groups;
}

/** A group that has all four, or undefined. */
export function complete<Value>({train, test}: Group<Value>): ByRole<Value> | undefined {
  if (train?.images === undefined || train.labels === undefined) return undefined;
  if (test?.images === undefined || test.labels === undefined) return undefined;
  return {
    train: {images: train.images, labels: train.labels},
    test: {images: test.images, labels: test.labels},
  };
}
