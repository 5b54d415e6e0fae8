import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import {digit} from '../../../source/dataset/dataset.js';
import {findDigits} from '../../../source/dataset/pictures/find.js';
import {openPicture} from '../../../source/dataset/pictures/open.js';
import type {Weights} from '../../../source/network/network-state.js';
import {seededRandom} from '../../../source/network/random.js';
import {mnist} from '../../helpers/mnist.js';
import {enlarged, page, sheet, trimmed} from '../../helpers/pages.js';
import {fixture} from '../../helpers/program.js';
import {answerTo, trainedWeights} from '../../helpers/trained.js';

describe('the network of the default run', () => {
  const {test} = mnist();
  let weights: Weights;

  before(async () => {
    [weights] = await trainedWeights([1]);
  });

  it('reads the pictures that people bring', async () => {
    const folder = fixture('digit-images');
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<
      string,
      {label: number | null}
    >;
    for (const [name, {label}] of Object.entries(manifest)) {
      const {grey} = await openPicture(path.join(folder, name));
      const answers = findDigits(grey).digits.map(({pixels}) => answerTo(weights, pixels));
      assert.deepEqual(answers, label === null ? [] : [label], name);
    }
  });

  it('reads test digits on pages nearly as well as the digits themselves', () => {
    const count = 60;
    const random = seededRandom(5, 0);
    let [own, found] = [0, 0];
    for (let index = 0; index < count; index++) {
      const stamp = enlarged(test, index, 3 + 4 * random.uniform());
      const [x, y] = [random.below(201 - stamp.width), random.below(201 - stamp.height)];
      const colours = index % 2 === 0 ? {} : {paper: 0, ink: 255};
      const {digits} = findDigits(page(200, 200, [{stamp, x, y}], colours));
      const answers = digits.map(({pixels}) => answerTo(weights, pixels));
      if (answers.length === 1 && answers[0] === test.labels[index]) found++;
      if (answerTo(weights, digit(test, index)) === test.labels[index]) own++;
    }
    assert.ok(own > 0.95 * count && found >= own - 1, `${found} of ${count}, ${own} of the digits themselves`);
  });

  it('reads a row of digits that nearly touch', () => {
    const stamps = Array.from({length: 8}, (_, index) => trimmed(enlarged(test, 10 + index, 5)));
    const {placed, width, height} = sheet(stamps, 8, 1, seededRandom(6, 0));
    const answers = findDigits(page(width, height, placed)).digits.map(({pixels}) => answerTo(weights, pixels));
    assert.deepEqual(answers, [...test.labels.subarray(10, 18)]);
  });
});
