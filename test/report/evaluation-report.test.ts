import assert from 'node:assert/strict';
import {it} from 'node:test';
import {evaluationLines, reportOf} from '../../source/report/evaluation-report.js';

/** Three bags, two of them read as coats; everything else is not there. */
const confusion = new Array<number>(100).fill(0);
confusion[88] = 1;
confusion[84] = 2;
const found = {
  meanLoss: 0.05,
  lastBatchLoss: 0.05,
  accuracy: 1 / 3,
  confusion,
  answers: Uint8Array.of(8, 4, 4),
  margins: new Float32Array(3),
};
const classNames = ['Top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'];

it('a report leaves out what cannot be known, and names classes', () => {
  const {digits} = reportOf(found, {dataset: 'x', split: 'test', classNames});
  assert.deepEqual(JSON.parse(JSON.stringify([digits[0], digits[4], digits[8]])), [
    {digit: 0, name: 'Top'},
    {digit: 4, name: 'Coat', precision: 0},
    {digit: 8, name: 'Bag', precision: 1, recall: 1 / 3},
  ]);
});

it('a report for people has a dash for what cannot be known, and lets no name reach the terminal as it is', () => {
  const report = reportOf(found, {dataset: 'a\u001B[2Jb', split: 'train', classNames: undefined});
  const lines = evaluationLines(report, 3);
  assert.equal(lines[0], 'a\\x1b[2Jb, train split: 33.3 % right, 2 of 3 digits wrong, mean loss 0.050000');
  assert.deepEqual(
    [0, 4, 8].map(digit =>
      lines
        .at(digit - 10)
        ?.trim()
        .replaceAll(/ +/g, ' '),
    ),
    ['0 0 0 0 0 0 0 0 0 0 0 - -', '4 0 0 0 0 0 0 0 0 0 0 - 0.0 %', '8 0 0 0 0 2 0 0 0 1 0 33.3 % 100.0 %'],
  );
});
