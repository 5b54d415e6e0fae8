import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {evaluate} from '../../source/training/evaluation.js';
import {byLead, wrongDigits} from '../../source/training/leads.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

const {test} = mnist();
const found = evaluate(readOracle().testScores, test, {batchSize: 128, loss: 'mse'});

/** Every digit with its lead, by the lead and then by the index, as Array.sort has them. */
const sorted = (isIn: (index: number) => boolean, sign: 1 | -1): number[] =>
  [...test.labels.keys()]
    .filter(isIn)
    .sort((one, other) => sign * (found.margins[one] - found.margins[other]) || one - other);

describe('digits by the lead of their answers', () => {
  it('are in the order of a comparison of all leads, from either end', () => {
    assert.deepEqual(
      [...byLead(found, 'widest', () => true)],
      sorted(() => true, -1),
    );
    assert.deepEqual(
      [...byLead(found, 'least', answer => answer === 3)],
      sorted(index => found.answers[index] === 3, 1),
    );
  });

  it('have the lowest index first where leads are equal', () => {
    const margins = Float32Array.of(0.5, 0, 0.5, 2, 0, 1e-30);
    const equal = {...found, answers: new Uint8Array(6), margins};
    assert.deepEqual([...byLead(equal, 'widest', () => true)], [3, 0, 2, 5, 1, 4]);
    assert.deepEqual([...byLead(equal, 'least', () => true)], [1, 4, 5, 0, 2, 3]);
    assert.deepEqual([...byLead(equal, 'least', () => false)], []);
  });

  it('are wrong where the answer is not the label', () => {
    assert.deepEqual(
      [...wrongDigits(found, test.labels)],
      sorted(index => found.answers[index] !== test.labels[index], -1),
    );
  });
});
