import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {evaluate} from '../../source/training/evaluation.js';
import {hardDigits} from '../../source/training/hard-digits.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {oracleScores} from '../helpers/oracle-answers.js';

const {test} = mnist();
const found = evaluate(new Float32Array(readOracle().testScores), test, {batchSize: 128, loss: 'mse'});

describe('the digits of the quiz', () => {
  it('are twenty, each once, and the same for the same seed', () => {
    const drawn = hardDigits(found, 1);
    assert.equal(new Set(drawn).size, 20);
    assert.deepEqual(hardDigits(found, 1), drawn);
  });

  it('are others for another seed', () => {
    const sets = [1, 2, 3, 4].map(seed => hardDigits(found, seed).join());
    assert.equal(new Set(sets).size, 4);
  });

  it("are among the 200 whose answers lead the least by PyTorch's scores, right and wrong ones", () => {
    const leads = Array.from({length: test.count}, (_, index) => {
      const [first = 0, second = 0] = oracleScores(index).toSorted((one, other) => other - one);
      return first - second;
    });
    const limit = leads.toSorted((one, other) => one - other)[199] ?? 0;
    const drawn = [1, 2, 3, 4, 5].flatMap(seed => hardDigits(found, seed));
    for (const index of drawn) assert.ok((leads[index] ?? 9) <= limit + 1e-6, `test ${index}`);
    const right = drawn.filter(index => found.answers[index] === test.labels[index]);
    assert.ok(right.length > 10 && right.length < 90, `${right.length} of 100 right`);
  });

  it('hardly change where leads differ by a rounding', () => {
    const margins = found.margins.map((margin, index) => margin * (1 + ((index % 3) - 1) * 1e-6));
    const before = hardDigits(found, 1);
    const shared = hardDigits({...found, margins}, 1).filter(index => before.includes(index));
    assert.ok(shared.length >= 18, `${shared.length} of 20`);
  });

  it('are all that there are where these are fewer', () => {
    const few = {...found, answers: found.answers.slice(0, 5), margins: found.margins.slice(0, 5)};
    assert.deepEqual(hardDigits(few, 1).toSorted(), [0, 1, 2, 3, 4]);
  });
});
