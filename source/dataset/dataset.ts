import {inputSize, outputSize} from '../network/architecture.js';
import {ofImages} from '../words/digits.js';

/** The two parts of the dataset. */
export const splits = ['train', 'test'] as const;

/** See splits. */
export type Split = (typeof splits)[number];

/** The digits of one split, held in memory that all threads share. */
export type SplitData = {
  readonly count: number;
  /** count × 784 pixels, 0 (paper) to 255 (ink). */
  readonly images: Uint8Array;
  /** count labels of 0 to 9. */
  readonly labels: Uint8Array;
  /** The dataset's own labels, where a run has false ones. */
  readonly ownLabels?: Uint8Array;
  /** Which known dataset it is of: its title. */
  readonly known?: string;
  /** What the ten classes are called, where the dataset is known not to be of digits. */
  readonly classNames?: readonly string[];
  /** Whether the pixels of all images were put into the same other order. */
  readonly isScrambled?: true;
};

/** A whole dataset. */
export type Dataset = {
  /** The file's or folder's name, for the screen. */
  readonly name: string;
  readonly path: string;
  /** What a user should know of how it was found, in one line. */
  readonly note?: string;
} & Readonly<Record<Split, SplitData>>;

/** The pixels of one digit: 784 values of 0 to 255. */
export function digit(data: SplitData, index: number): Uint8Array {
  return data.images.subarray(index * inputSize, (index + 1) * inputSize);
}

/** The label of one digit, 0 to 9. */
export function labelOf({labels}: SplitData, index: number): number {
  const label = labels[index];
  if (label === undefined) throw new RangeError(`no digit ${index}`);
  return label;
}

/** What a dataset is called: by its own name where it is known, else by that of its file or folder. */
export const titleOf = ({known}: Pick<SplitData, 'known'>, name: string): string => known ?? name;

/** What a label is called: `Ankle boot`, or the digit itself. */
export function classNameOf({classNames}: Pick<SplitData, 'classNames'>, label: number): string {
  return classNames?.[label] ?? String(label);
}

/** What the ten labels are called. */
export const classNamesOf = (data: Pick<SplitData, 'classNames'>): string[] =>
  Array.from({length: outputSize}, (_, label) => classNameOf(data, label));

/** A text about digits as it is said of a dataset, which may have images of something else. */
export function worded(text: string, data: Pick<SplitData, 'classNames'> | undefined): string {
  if (data?.classNames === undefined) return text;
  return ofImages.reduce((said, [ofDigit, ofImage]) => said.replaceAll(ofDigit, ofImage), text);
}

/** An array of zeros in memory that can be handed to another thread without a copy. */
export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}
