import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loadSplit} from '../../source/dataset/load.js';
import {defaultDataPath} from '../../source/dataset/locate.js';
import {count, share, shortLoss} from '../../source/text/format.js';
import {jsonLines, type Result, runProgram} from '../helpers/program.js';

/** A printed lesson, without the ends of its lines. */
async function printed(...args: string[]): Promise<string> {
  const {stdout, stderr, exitCode} = await runProgram(['lesson', '--print', ...args]);
  assert.deepEqual([exitCode, stderr], [0, '']);
  return stdout.replaceAll(/\s+/g, ' ');
}

/** The last epoch that `train` tells of. */
async function lastEpoch(...args: string[]): Promise<Record<string, number>> {
  const result: Result = await runProgram(['train', '--json', '--no-save', '--engine', 'wasm', ...args]);
  return jsonLines(result.stdout).findLast(({type}) => type === 'epoch') as Record<string, number>;
}

describe('the printed lesson', () => {
  it('has all pages, in at most 72 columns, and no number that is missing', async () => {
    const {stdout} = await runProgram(['lesson']);
    assert.deepEqual(
      [...stdout.matchAll(/^(\d+) of 14, /gm)].map(([, page]) => Number(page)),
      Array.from({length: 14}, (_, place) => place + 1),
    );
    for (const line of stdout.split('\n')) assert.ok(line.length <= 72, line);
    assert.doesNotMatch(stdout, /\.\.\.|\{|\}|NaN|undefined/);
  });

  for (const seed of ['1', '2']) {
    it(`tells what a run comes to that is trained by itself, with seed ${seed}`, async () => {
      const epoch = await lastEpoch('--seed', seed);
      const text = await printed('--page', '9', '--seed', seed);
      const told =
        /After epoch (\d+) the mean loss is (\S+) on train and (\S+) on test, and (\S+) on that batch\./.exec(text);
      assert.deepEqual(told?.slice(1), [
        String(epoch.epoch),
        ...[epoch.meanTrainLoss, epoch.meanTestLoss, epoch.testLoss].map(shortLoss),
      ]);
      const fails = await printed('--page', '3', '--seed', seed);
      const wrong = count(10_000 * (1 - epoch.accuracy));
      assert.ok(fails.includes(`reads ${share(epoch.accuracy)} of 10,000 test digits, so ${wrong} are wrong`), fails);
    });
  }

  it('has other numbers with another seed, on every page that tells of a network', async () => {
    const [one, other] = await Promise.all([1, 2].map(seed => printed('--seed', String(seed))));
    // Cut at the places: what stands before the first page names the seed.
    const pages = (text = ''): string[] => text.split(/(?<!\d)(?=\d+ of 14, )/).slice(1);
    const same = pages(one).flatMap((page, place) => (page === pages(other)[place] ? [place + 1] : []));
    // What one draws, a digit, what both networks read right, and what one has done.
    assert.deepEqual(same, [2, 4, 10, 14]);
  });

  it("tells of the pages' own runs", async () => {
    const noisy = ['--train-images', '5000', '--noise-labels', '20', '--epochs', '60', '--no-early-stop'];
    const {accuracy, meanTrainLoss} = await lastEpoch(...noisy);
    const heart = await printed('--page', '13');
    assert.ok(heart.includes(`after epoch 60 train ${shortLoss(meanTrainLoss)}`), heart);
    assert.ok(heart.includes(`at the end it had ${share(accuracy)}`), heart);
    const fast = await lastEpoch('--learning-rate', '0.02', '--epochs', '2', '--no-early-stop');
    const text = await printed('--page', '12');
    assert.ok(text.includes(`It reads ${share(fast.accuracy)}.`), text);
    assert.ok(Number(/Dead now: (\d+) of 128/.exec(text)?.[1]) > 64, text);
  });

  it('tells of the digit that it names', async () => {
    const {images} = await loadSplit(defaultDataPath, 'train');
    const pixels = images.subarray(256 * 784, 257 * 784);
    const text = await printed('--page', '4');
    assert.ok(
      text.includes(
        `ink on ${pixels.filter(value => value > 0).length} pixels. The darkest is ${Math.max(...pixels)},`,
      ),
    );
  });
});
