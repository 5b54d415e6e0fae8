import assert from 'node:assert/strict';
import {it} from 'node:test';
import {
  count,
  counted,
  duration,
  enginePlace,
  loss,
  percentOf,
  score,
  share,
  shortLoss,
} from '../../source/text/format.js';

it('a count has its thousands apart and no fraction', () => {
  assert.deepEqual([0, 999, 1000, 60_000, 101_770, 1234567.8].map(count), [
    '0',
    '999',
    '1,000',
    '60,000',
    '101,770',
    '1,234,568',
  ]);
});

it('a number of things agrees with its noun', () => {
  assert.deepEqual(
    [0, 1, 2, 60_000].map(value => counted(value, 'digit')),
    ['0 digits', '1 digit', '2 digits', '60,000 digits'],
  );
});

it('a share is percent with one decimal', () => {
  assert.deepEqual([0, 0.0978, 0.9742, 1].map(share), ['0.0 %', '9.8 %', '97.4 %', '100.0 %']);
});

it('a loss on the chart is percent, so that 0.0135 and 0.015 differ', () => {
  assert.deepEqual([0.0107, 0.00004, 0.0999, 0.108, 444.4, 2e6, Number.NaN].map(shortLoss), [
    '0.0107',
    '4.0e-5',
    '0.0999',
    '0.108',
    '444',
    '2.0e6',
    'NaN',
  ]);
});

it('a score has two decimals, no sign of nothing, and few digits where it is huge', () => {
  assert.deepEqual([0.974, -0.001, -0.5, 12.4, 286_099.76, -2.86e28].map(score), [
    '0.97',
    '0.00',
    '-0.50',
    '12.40',
    '2.9e5',
    '-2.9e28',
  ]);
});

it('a loss in plain text has six decimals, and few digits where it is huge', () => {
  assert.equal(loss(2.5e31), '2.50000e31');
  assert.deepEqual([0.0185425769, 0, 12].map(loss), ['0.018543', '0.000000', '12.000000']);
});

it('a time is in tenths of seconds, in seconds or in minutes, as long as it is', () => {
  assert.deepEqual([0, 0.44, 9.9, 12.4, 99, 100, 3601].map(duration), [
    '0.0 s',
    '0.4 s',
    '9.9 s',
    '12 s',
    '99 s',
    '2 min',
    '60 min',
  ]);
});

it('the progress of an epoch is in whole percent of its images', () => {
  assert.deepEqual(
    [0, 1, 234, 271, 468].map(step => percentOf(step, 468)),
    [0, 0, 50, 58, 100],
  );
});

it('the name of a device reaches the terminal without control characters', () => {
  assert.equal(enginePlace('webgpu', '\u001b[31mGPU\u009b', 2), 'webgpu on \\x1b[31mGPU\\x9b, 2 threads');
});
