import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = path.join(
  path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);

/**
 * Files that loop over numbers. There the loop's own bounds keep an index in range, and asking for every number whether
 * it is there would hide the formulas.
 */
const arithmetic = [
  'source/dataset/augment/damage.ts',
  'source/dataset/csv.ts',
  'source/dataset/labels.ts',
  'source/dataset/numbers.ts',
  'source/dataset/pictures/find.ts',
  'source/dataset/pictures/grey.ts',
  'source/dataset/pictures/ink.ts',
  'source/dataset/pictures/jpeg.ts',
  'source/dataset/pictures/paper.ts',
  'source/dataset/pictures/parts.ts',
  'source/dataset/pictures/png.ts',
  'source/dataset/pictures/prepare.ts',
  'source/dataset/pictures/raster.ts',
  'source/dataset/pictures/split.ts',
  'source/dataset/pictures/stroke.ts',
  'source/dataset/pictures/surface.ts',
  'source/dataset/pixels.ts',
  'source/dataset/scramble.ts',
  'source/dataset/share.ts',
  'source/engines/step-check.ts',
  'source/engines/tensorflow/tensors.ts',
  'source/engines/wasm/kernel-parameters.ts',
  'source/engines/wasm/team-member.ts',
  'source/network/block.ts',
  'source/network/eigen.ts',
  'source/network/explain.ts',
  'source/network/flips.ts',
  'source/network/inked.ts',
  'source/network/look-inside.ts',
  'source/network/losses.ts',
  'source/network/nearest.ts',
  'source/network/optimizers.ts',
  'source/network/plane-match.ts',
  'source/network/principal.ts',
  'source/network/random.ts',
  'source/network/reference.ts',
  'source/network/sums.ts',
  'source/network/survey.ts',
  'source/network/wheel.ts',
  'source/text/means.ts',
  'source/text/picture.ts',
  'source/text/pixels.ts',
  'source/text/signed-cells.ts',
  'source/training/evaluation.ts',
  'source/training/hard-digits.ts',
  'source/training/leads.ts',
  'source/training/loop.ts',
];

it('outside arithmetic, whatever is read by an index is asked whether it is there', () => {
  const options = ['--noEmit', '--pretty', 'false', '--noUncheckedIndexedAccess'];
  const {stdout, error} = spawnSync(process.execPath, [compiler, ...options, '--project', root], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(error, undefined);
  const files = new Set([...stdout.matchAll(/^(source\/.+?)\(\d+,\d+\): error/gm)].map(([, file]) => file));
  assert.deepEqual([...files].sort(), arithmetic, stdout);
});
