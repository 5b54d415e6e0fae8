import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {initialState} from '../../source/network/initial-state.js';
import {loadCheckpoint, saveCheckpoint} from '../../source/training/checkpoint.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {npyFile, npzFile} from '../helpers/npz.js';
import {fixture, withFolder} from '../helpers/program.js';

const info = {seed: 1, epochs: 7, dataset: 'mnist.npz'};

const inFolder = (use: (file: string, folder: string) => Promise<void>): Promise<void> =>
  withFolder(folder => use(path.join(folder, 'model.npz'), folder));

describe('a file that is no checkpoint of ours', () => {
  const foreign = /: not weights that mnist-tui saved; train anew or give another --model/;

  it('is missing: train first', async () => {
    await inFolder(file =>
      rejectsForPerson(() => loadCheckpoint(file), `${file}: no weights saved yet; train first: `).then(() => {}),
    );
  });

  it('is a folder', async () => {
    await withFolder(async folder => {
      await rejectsForPerson(() => loadCheckpoint(folder), `${folder}: `, /directory/);
    });
  });

  it('is a dataset', async () => {
    const file = fixture('data-files/compressed.npz');
    await rejectsForPerson(() => loadCheckpoint(file), file, foreign);
  });

  it('is a web page', async () => {
    const file = fixture('data-files/html.npz');
    await rejectsForPerson(() => loadCheckpoint(file), file, /not an \.npz archive/);
  });

  it('is cut short, or has one changed byte', async () => {
    await inFolder(async file => {
      await saveCheckpoint(file, initialState(8, 1), info);
      const whole = readFileSync(file);
      writeFileSync(file, whole.subarray(0, whole.length / 2));
      await rejectsForPerson(() => loadCheckpoint(file), file, /broken-off download/);
      const damaged = Buffer.from(whole);
      damaged[5000] ^= 0x40;
      writeFileSync(file, damaged);
      await rejectsForPerson(() => loadCheckpoint(file), file, /hidden_weight\.npy.*damaged/);
    });
  });

  /** Saves a good checkpoint with some members changed or, where undefined, taken out. */
  const altered = (
    changes: Readonly<Record<string, Uint8Array | undefined>>,
    use: (file: string) => Promise<unknown>,
  ): Promise<void> =>
    inFolder(async file => {
      await saveCheckpoint(file, initialState(2, 1), info);
      const members = Object.entries({...unzipSync(readFileSync(file)), ...changes});
      const kept = members.flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes] as const]));
      writeFileSync(file, npzFile(Object.fromEntries(kept)));
      await use(file);
    });

  const described = (fields: object): Uint8Array =>
    Buffer.from(JSON.stringify({version: 1, hidden: 2, step: 0, ...info, ...fields}));

  it('can be altered and still be ours, so that the next tests test something', async () => {
    await altered({'info.json': described({epochs: 3})}, async file => {
      assert.equal((await loadCheckpoint(file)).info.epochs, 3);
    });
  });

  const texts: [string, Uint8Array | undefined][] = [
    ['has no description', undefined],
    ['has a description that is no JSON', Buffer.from('{')],
    ['has a description that is null', Buffer.from('null')],
    ['was written by a later version', described({version: 2})],
    ['claims a negative number of hidden units', described({hidden: -2})],
    ['claims more hidden units than there can be', described({hidden: 1_000_000})],
    ['claims half a step', described({step: 0.5})],
    ['claims a seed that is text', described({seed: '1'})],
    ['does not say how many epochs it had', described({epochs: undefined})],
  ];
  for (const [what, description] of texts) {
    it(what, async () => {
      await altered({'info.json': description}, file => rejectsForPerson(() => loadCheckpoint(file), file, foreign));
    });
  }

  it('has an array of another shape', async () => {
    const changes = {'output_weight.npy': npyFile('<f4', [2, 10], new Uint8Array(80))};
    await altered(changes, file =>
      rejectsForPerson(() => loadCheckpoint(file), file, 'output_weight.npy has shape (2, 10); wanted (10, 2)'),
    );
  });

  it('describes more hidden units than its arrays have', async () => {
    await altered({'info.json': described({hidden: 3})}, file =>
      rejectsForPerson(() => loadCheckpoint(file), file, 'hidden_weight.npy has shape (2, 784); wanted (3, 784)'),
    );
  });

  it('lacks an array', async () => {
    await altered({'second_moment_output_bias.npy': undefined}, file =>
      rejectsForPerson(() => loadCheckpoint(file), file, 'second_moment_output_bias.npy'),
    );
  });
});
