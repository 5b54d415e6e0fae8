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

const seeds = [1, 2, 3];

describe('the networks of three default runs', () => {
  const {test} = mnist();
  let networks: readonly Weights[] = [];

  before(async () => {
    networks = await trainedWeights(seeds);
  });

  /** The images in a picture of a folder. */
  const imagesIn = async (folder: string, name: string): Promise<Uint8Array[]> =>
    findDigits((await openPicture(path.join(fixture(folder), name))).grey).digits.map(({pixels}) => pixels);

  const manifestOf = (folder: string): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(fixture(folder), 'manifest.json'), 'utf8')) as Record<string, unknown>;

  it('read all pictures that people bring', async () => {
    for (const [name, about] of Object.entries(manifestOf('digit-images'))) {
      const {label} = about as {label: number | null};
      const images = await imagesIn('digit-images', name);
      for (const [at, weights] of networks.entries()) {
        const answers = images.map(image => answerTo(weights, image));
        assert.deepEqual(answers, label === null ? [] : [label], `${name}, seed ${seeds[at]}`);
      }
    }
  });

  it('read at least 30 of 40 digits that other people wrote', async () => {
    const labels = Object.entries(manifestOf('other-hands'));
    const images = await Promise.all(labels.map(([name]) => imagesIn('other-hands', name)));
    for (const [at, weights] of networks.entries()) {
      const right = labels.filter(([, label], index) => {
        const [image, ...others] = images[index];
        return image !== undefined && others.length === 0 && answerTo(weights, image) === label;
      }).length;
      assert.ok(labels.length === 40 && right >= 30, `seed ${seeds[at]}: ${right} of ${labels.length}`);
    }
  });

  it('read 500 test digits on pages at most 1.5 points worse than the digits themselves', () => {
    const count = 500;
    const random = seededRandom(7, 0);
    const images = Array.from({length: count}, (_, index) => {
      const stamp = enlarged(test, index, 3 + 4 * random.uniform());
      const [x, y] = [random.below(201 - stamp.width), random.below(201 - stamp.height)];
      const colours = random.below(2) === 0 ? {} : {paper: 0, ink: 255};
      return findDigits(page(200, 200, [{stamp, x, y}], colours)).digits.map(({pixels}) => pixels);
    });
    for (const [at, weights] of networks.entries()) {
      const isRight = (image: Uint8Array | undefined, index: number): boolean =>
        image !== undefined && answerTo(weights, image) === test.labels[index];
      const own = images.filter((_, index) => isRight(digit(test, index), index)).length;
      const found = images.filter((all, index) => all.length === 1 && isRight(all[0], index)).length;
      assert.ok(found >= own - 0.015 * count, `seed ${seeds[at]}: ${found}, ${own} of the digits themselves`);
    }
  });

  it('read sheets of 40 digits in their order', () => {
    const random = seededRandom(8, 0);
    for (const first of [0, 1000, 2000, 3000, 4000]) {
      const stamps = Array.from({length: 40}, (_, index) =>
        trimmed(enlarged(test, first + index, 3 + 2 * random.uniform())),
      );
      const {placed, width, height} = sheet(stamps, 8, 12, random);
      const {digits} = findDigits(page(width, height, placed, {paper: 220, ink: 40, noise: 4}, random));
      assert.equal(digits.length, 40, `sheet from ${first}`);
      for (const weights of networks) {
        const wrong = digits.filter(
          ({pixels}, index) => answerTo(weights, pixels) !== test.labels[first + index],
        ).length;
        const own = stamps.filter(
          (_, index) => answerTo(weights, digit(test, first + index)) !== test.labels[first + index],
        ).length;
        assert.ok(wrong <= own + 2, `sheet from ${first}: ${wrong} wrong, ${own} of the digits themselves`);
      }
    }
  });
});
