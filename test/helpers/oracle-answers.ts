import {mnist} from './mnist.js';
import {readOracle} from './oracle.js';

export const {train, test} = mnist();
export const oracle = readOracle();
/** PyTorch's scores of a digit of the test split, after its first epoch. */
export const oracleScores = (index: number): number[] => [...oracle.testScores.subarray(index * 10, index * 10 + 10)];
/** The labels of the test split. */
export const testLabels: Uint8Array = test.labels;

/** How often PyTorch takes each digit of the test split for which: a row for each label, a column for each answer. */
export const oracleConfusion: readonly number[] = (() => {
  const counts = new Array<number>(100).fill(0);
  for (let index = 0; index < test.count; index++) {
    const scores = oracleScores(index);
    counts[test.labels[index] * 10 + scores.indexOf(Math.max(...scores))]++;
  }
  return counts;
})();

/** The first digit of the test split that PyTorch gets wrong after its first epoch. */
export const firstWrong = test.labels.findIndex((label, index) => {
  const scores = oracleScores(index);
  return scores.indexOf(Math.max(...scores)) !== label;
});
