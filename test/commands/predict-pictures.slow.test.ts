import assert from 'node:assert/strict';
import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {seededRandom} from '../../source/network/random.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {kindsOf} from '../helpers/json-kinds.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {enlarged, page, sheet, trimmed} from '../helpers/pages.js';
import {pngFile} from '../helpers/png.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';
import {runInfo} from '../helpers/run-info.js';

const oracle = readOracle();
const {test} = mnist();
const image = (name: string): string => path.join(fixture('digit-images'), name);

/** Gives `use` a folder, and what runs predict with the weights that PyTorch has after one epoch. */
const withPredict = (use: (folder: string, predict: (...args: string[]) => Promise<Result>) => Promise<void>) =>
  withFolder(async folder => {
    const model = path.join(folder, 'model.npz');
    const state = {...oracle.initial, weights: oracle.weightsAfter(468), step: 468};
    writeFileSync(model, encodeCheckpoint(state, runInfo(state.hidden, mnist())));
    await use(folder, (...args) => runProgram(['predict', ...args, '--model', model]));
  });

/** A grey PNG of 8 bits. */
const png = (width: number, height: number, values: ArrayLike<number>): Buffer =>
  pngFile({width, height, colour: 0, depth: 8}, (x, y) => values[y * width + x] ?? 0);

describe('predict with pictures', () => {
  it("gives an image of MNIST's own scores, bit for bit", async () => {
    await withPredict(async (folder, predict) => {
      const files = [0, 7, 8].map(index => {
        const file = path.join(folder, `${index}.png`);
        writeFileSync(file, png(28, 28, digit(test, index)));
        return file;
      });
      const {stdout, exitCode} = await predict(...files, '0', '7-8', '--json');
      const lines = jsonLines(stdout);
      assert.equal(exitCode, 0);
      assert.deepEqual(kindsOf('predict', lines), [
        'picture',
        'picture',
        'picture',
        'prediction',
        'prediction',
        'prediction',
      ]);
      for (const [at, file] of files.entries()) {
        assert.deepEqual([lines[at].file, lines[at].scores], [file, lines[at + 3].scores]);
      }
    });
  });

  it('reads the digits of a sheet in their order, each with its box', async () => {
    await withPredict(async (folder, predict) => {
      const stamps = Array.from({length: 12}, (_, index) => trimmed(enlarged(test, 20 + index, 4)));
      const {placed, width, height} = sheet(stamps, 6, 20, seededRandom(1, 0));
      const file = path.join(folder, 'sheet.png');
      writeFileSync(file, png(width, height, page(width, height, placed).values));
      const lines = jsonLines((await predict(file, '--json')).stdout);
      assert.deepEqual(
        lines.map(({answer}) => answer),
        [...test.labels.subarray(20, 32)],
      );
      for (const [index, {stamp, x, y}] of placed.entries()) {
        const box = lines[index].box as number[];
        for (const [at, wanted] of [x, y, stamp.width, stamp.height].entries()) {
          assert.ok(
            Math.abs(box[at] - wanted) <= 8,
            `digit ${index}: ${box}, not ${[x, y, stamp.width, stamp.height]}`,
          );
        }
      }
      const text = await predict(file);
      assert.match(
        text.stdout,
        /^\S*sheet\.png \(1 of 12\): answer \d {2}scores 0:.*\n(.*\n){10}.*\(12 of 12\): answer \d .*\n$/,
      );
    });
  });

  it('reads the pictures of a folder in the order of their names, and nothing else of it', async () => {
    await withPredict(async (folder, predict) => {
      const scans = path.join(folder, 'scans');
      mkdirSync(path.join(scans, 'deeper.png'), {recursive: true});
      copyFileSync(image('photo.jpg'), path.join(scans, '10.JPG'));
      copyFileSync(image('blue-pen.png'), path.join(scans, '9.png'));
      writeFileSync(path.join(scans, 'notes.txt'), 'no picture');
      writeFileSync(path.join(scans, '._9.png'), 'no picture');
      const {stdout, stderr, exitCode} = await predict(scans);
      assert.match(stdout, /^\S+9\.png: answer 6 .*\n\S+10\.JPG: answer 8 .*\n$/);
      assert.match(stderr, /\nmnist-tui: \S*deeper\.png: no file with a picture in it\n$/);
      assert.equal(exitCode, 1);
    });
  });

  it('says in a line what is wrong with a picture, and reads the others', async () => {
    await withPredict(async (folder, predict) => {
      const write = (name: string, bytes: Buffer): string => {
        writeFileSync(path.join(folder, name), bytes);
        return path.join(folder, name);
      };
      const huge = png(1, 1, [0]);
      huge.writeUInt32BE(10_000, 16);
      const files: [string, string][] = [
        [image('blank.png'), 'nothing drawn'],
        [write('empty.png', Buffer.alloc(0)), 'an empty file; wanted a PNG or JPEG'],
        [write('text.png', Buffer.from('a text')), 'no picture that can be read; wanted a PNG or JPEG'],
        [write('a.gif', Buffer.from('GIF89a')), 'GIF cannot be read; save the picture as PNG or JPEG'],
        [
          write('cut.png', png(30, 30, new Uint8Array(900)).subarray(0, 60)),
          'a damaged picture: it is cut short; save it anew',
        ],
        [write('huge.png', huge), 'a damaged picture: the checksum of its IHDR is wrong; save it anew'],
        [path.join(folder, 'none.png'), 'no such file'],
      ];
      const {stdout, stderr, exitCode} = await predict(...files.map(([file]) => file), '20O', image('photo.jpg'));
      assert.match(stdout, /^\S+photo\.jpg: answer 8 .*\n$/);
      const [, ...errors] = stderr.trimEnd().split('\n');
      assert.deepEqual(errors, [
        ...files.map(([file, reason]) => `mnist-tui: ${file}: ${reason}`),
        'mnist-tui: 20O: no such file, nor an index such as 200 or 3-7',
      ]);
      assert.equal(exitCode, 1);
    });
  });

  it('draws with --show what the network sees, and with --stages how it came to that', async () => {
    await withPredict(async (_, predict) => {
      const shown = (await predict(image('photo.jpg'), '--show')).stdout.split('\n');
      assert.match(shown[0] ?? '', /photo\.jpg: answer 8/);
      assert.equal(shown[1], 'what the network sees:');
      // 28 lines of 56 characters, of which the digit fills 20 or a little more.
      const inked = shown.slice(2, 30).filter(line => line.trim() !== '');
      assert.ok(inked.length >= 20 && inked.length <= 22 && inked.every(line => line.length <= 56), shown.join('\n'));
      assert.deepEqual(shown.slice(30), ['']);
      const stages = (await predict(image('photo.jpg'), '--stages')).stdout.split('\n');
      const titles = stages.filter(line => /^[a-z].*:$/.test(line));
      assert.deepEqual(titles, ['the picture, 280 × 280:', 'its ink:', 'cut out:', 'what the network sees:']);
      const both = await predict('0', '--show', '--json');
      assert.deepEqual([both.stdout, both.exitCode], ['', 2]);
      assert.equal(both.stderr, 'mnist-tui: --show draws, which --json does not; leave one out\n');
    });
  });
});
