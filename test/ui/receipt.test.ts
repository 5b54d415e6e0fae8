import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {receiptLines} from '../../source/ui/receipt.js';
import {ended, epochDone, idle, moment, network, told, training} from '../helpers/state.js';

/** A confusion matrix of 100 digits: three fours are taken for nines, one two for a seven, the others are right. */
const confusion = Array.from({length: 100}, (_, place) => {
  if (place === 49) return 3;
  if (place === 27) return 1;
  return place % 11 === 0 ? 9 : 0;
});

describe('the receipt', () => {
  const trained = told(training, network(3), moment(confusion), epochDone(1));
  const [status, end] = ended('stopped', 1);

  it('says what the run came to, what is its weakness, where it is saved and how to ask it', () => {
    const lines = receiptLines(told(trained, status, {...end, model: '/runs/mnist.npz'}));
    assert.equal(lines[0], 'Seed 1: 95.0 % right after 1 epoch, 5 of 100 wrong; 4 read as 9 is its weakness');
    assert.equal(lines[1], 'Saved in /runs/mnist.npz');
    assert.match(lines[2] ?? '', /^Its answers: .*predict 0-9 --model \/runs\/mnist\.npz$/);
  });

  it('says how to go on where the first epoch was not finished', () => {
    const lines = receiptLines(told(training, status, {...end, model: '/my runs/mnist.npz'}));
    assert.deepEqual(lines.slice(0, 2), [
      'Seed 1: stopped in its first epoch, after 234 steps',
      'Saved in /my runs/mnist.npz',
    ]);
    assert.match(lines[2] ?? '', /^To go on: .*--resume --model "\/my runs\/mnist\.npz"$/);
  });

  it('is one line when nothing is saved, and none when nothing was trained', () => {
    assert.equal(receiptLines(told(trained, status, end)).length, 1);
    assert.deepEqual(receiptLines(idle), []);
  });
});
