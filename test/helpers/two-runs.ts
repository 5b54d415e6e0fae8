import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {initialState} from '../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {type Result, runProgram, withFolder} from './program.js';
import {runInfo} from './run-info.js';

export const [first, second] = ['mnist-20261125-230509-1', 'mnist-20261126-101010-2'];

/** Two runs in a folder of their own, and the program with that as the user's. The second's first epoch was its best. */
export async function withRuns(use: (run: (...args: string[]) => Promise<Result>, folder: string) => Promise<void>) {
  await withFolder(async home => {
    const env = {XDG_DATA_HOME: home, HOME: home, LOCALAPPDATA: home};
    const folder = path.join(home, 'mnist-tui', ...(process.platform === 'win32' ? ['Data'] : []), 'runs');
    mkdirSync(folder, {recursive: true});
    const info = runInfo(3);
    const [record] = info.history;
    assert.ok(record !== undefined);
    const history = [record, {...record, epoch: 2, meanTestLoss: 0.5}];
    const moments = [1, 2].map(epoch => ({
      ...{step: 4 * epoch, epoch, endsEpoch: true, meanTestLoss: history[epoch - 1]?.meanTestLoss, accuracy: 0.9},
      weights: initialState(3, epoch).weights,
    }));
    const computedOn = [{from: 0, engine: 'wasm', device: 'CPU', threads: 2}];
    const changes = [{step: 4, name: 'learningRate', was: 0.01}] as const;
    writeFileSync(
      path.join(folder, `${first}.npz`),
      encodeCheckpoint(initialState(3, 2), {...info, computedOn, changes}),
    );
    const two = encodeCheckpoint({...initialState(3, 2), step: 8}, {...info, epoch: 2, history}, moments);
    writeFileSync(path.join(folder, `${second}.npz`), two);
    await use((...args) => runProgram(args, {env}), folder);
  });
}

/** Why they cannot be there, or false. */
export const withoutRuns = process.platform === 'darwin' ? 'its data folder is another' : false;
