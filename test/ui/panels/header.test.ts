import assert from 'node:assert/strict';
import {it} from 'node:test';
import {waitingText} from '../../../source/ui/panels/header.js';

it('what takes its time stands in the header in whole words', () => {
  const text = (room: number): string => waitingText('loading the dataset', 12, room);
  assert.deepEqual([25, 24, 19, 18, 10].map(text), [
    'loading the dataset, 12 s',
    'loading the dataset',
    'loading the dataset',
    'loading the',
    'loading',
  ]);
});
