import assert from 'node:assert/strict';
import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {first, second, withoutRuns, withRuns} from '../helpers/two-runs.js';

describe('runs', {skip: withoutRuns}, () => {
  it('removes one that is damaged, too, unless it has a star', async () => {
    await withRuns(async (run, folder) => {
      const torn = 'mnist-20261127-000000-1';
      writeFileSync(path.join(folder, `${torn}.npz`), 'torn');
      assert.equal((await run('runs', 'star', torn)).exitCode, 0);
      assert.equal((await run('runs', 'remove', torn)).exitCode, 1);
      assert.equal((await run('runs', 'unstar', torn)).exitCode, 0);
      assert.equal((await run('runs', 'remove', torn)).stdout, `Removed: ${torn}\n`);
      assert.deepEqual(readdirSync(folder).sort(), [`${first}.npz`, `${second}.npz`]);
    });
  });

  it('refuses what is no run, a path too, and touches nothing then', async () => {
    await withRuns(async (run, folder) => {
      for (const name of [`../runs/${first}`, 'mnist-20261125-230509-3', '']) {
        const {stderr, exitCode} = await run('runs', 'remove', second, name);
        assert.match(stderr, /^mnist-tui: .*no run of that name is saved.*\n$/);
        assert.equal(exitCode, 2);
      }
      assert.equal((await run('runs', 'remove')).exitCode, 2);
      assert.match((await run('runs', 'delete')).stderr, /runs: no action "delete"/);
      assert.ok(existsSync(path.join(folder, `${second}.npz`)));
    });
  });
});
