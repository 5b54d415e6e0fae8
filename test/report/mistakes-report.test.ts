import assert from 'node:assert/strict';
import {it} from 'node:test';
import {mistakeLines} from '../../source/report/mistakes-report.js';

const mistake = {index: 12_345, split: 'train', label: 9, answer: 5, margin: 0.756} as const;

it('mistakes are a table, with classes by their names', () => {
  const named = {...mistake, index: 7, labelName: 'Ankle boot', answerName: 'Sandal', margin: 1.2};
  assert.deepEqual(mistakeLines([mistake, named], {split: 'train', wrong: 12, count: 60_000}), [
    '12 of 60,000 train digits answered wrong, the widest lead of the wrong answer first',
    '',
    'index       label  answer  lead',
    '12345           9       5  0.76',
    '    7  Ankle boot  Sandal  1.20',
  ]);
});

it('no mistakes are a line that says so', () => {
  assert.deepEqual(mistakeLines([], {split: 'test', wrong: 0, count: 1}), ['0 of 1 test digit answered wrong']);
});
