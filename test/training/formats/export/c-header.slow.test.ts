import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {answerOf} from '../../../../source/training/evaluation.js';
import {encodeCHeader} from '../../../../source/training/formats/export/c-header.js';
import {assertScores, networks, scoresOf, someDigits} from '../../../helpers/exported.js';
import {withFolder} from '../../../helpers/program.js';

/** Milliseconds after which a program is ended. */
const limit = {timeout: 60_000, encoding: 'utf8'} as const;
const withoutGcc =
  spawnSync('gcc', ['--version'], limit).status === 0 ? false : 'skipped: the compiler gcc is not installed';

/** A program that reads digits and prints each answer with its scores, to the last digit of a float. */
const program = `#include <stdio.h>
#include "network.h"
#include "network.h"

int main(void) {
  unsigned char image[784];
  float scores[10];
  while (fread(image, 1, sizeof image, stdin) == sizeof image) {
    printf("%d", predict(image, scores));
    for (int digit = 0; digit < 10; digit++) printf(" %.9g", (double)scores[digit]);
    printf("\\n");
  }
  return 0;
}
`;
const strict = ['-std=c99', '-O1', '-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Wdouble-promotion', '-Werror'];

describe('the exported header', {skip: withoutGcc}, () => {
  for (const network of networks) {
    const {activation} = network.weights;
    it(`with ${activation} compiles as C99 without a warning, and answers as the network does`, async () => {
      await withFolder(async folder => {
        writeFileSync(path.join(folder, 'network.h'), encodeCHeader(network));
        writeFileSync(path.join(folder, 'main.c'), program);
        const math = activation === 'relu' ? [] : ['-lm'];
        const compiled = spawnSync('gcc', [...strict, 'main.c', '-o', 'main', ...math], {...limit, cwd: folder});
        assert.deepEqual([compiled.status, compiled.stderr], [0, '']);
        const digits = someDigits(50);
        const {stdout, status} = spawnSync(path.join(folder, 'main'), {...limit, input: Buffer.from(digits)});
        assert.equal(status, 0);
        const rows = stdout
          .trim()
          .split('\n')
          .map(line => line.split(' ').map(Number));
        const scores = scoresOf(network.weights, digits);
        assertScores(
          rows.flatMap(row => row.slice(1)),
          scores,
        );
        assert.deepEqual(
          rows.map(([answer]) => answer),
          rows.map((_, row) => answerOf(scores, 10 * row)),
        );
      });
    });
  }

  it('does not complain where it is not used', async () => {
    await withFolder(async folder => {
      for (const network of networks) {
        writeFileSync(path.join(folder, 'network.h'), encodeCHeader(network));
        writeFileSync(
          path.join(folder, 'other.c'),
          '#include "network.h"\nint other(void);\nint other(void) { return 1; }\n',
        );
        const {status, stderr} = spawnSync('gcc', [...strict, '-c', 'other.c'], {...limit, cwd: folder});
        assert.deepEqual([status, stderr], [0, '']);
      }
    });
  });
});
