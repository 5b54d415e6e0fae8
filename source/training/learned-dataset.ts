import {checksumOf} from '../dataset/checksum.js';
import {type Dataset, titleOf} from '../dataset/dataset.js';

/** What a run learned: the name that people know a dataset by, and what tells it from others. */
export type LearnedDataset = {
  readonly name: string;
  /** See checksumOf, for each split. */
  readonly checksum: {readonly train: string; readonly test: string};
};

/** What is said of a dataset where a run of it is saved. */
export const learned = ({name, train, test}: Dataset): LearnedDataset => ({
  name: titleOf(test, name),
  checksum: {train: checksumOf(train), test: checksumOf(test)},
});
