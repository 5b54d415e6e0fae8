import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {mnist} from './mnist.js';
import {readOracle} from './oracle.js';
import {type Result, runProgram, withFolder} from './program.js';
import {runInfo} from './run-info.js';

const oracle = readOracle();

/** Runs a command with the weights that PyTorch has after one epoch. */
export async function withOracleModel(...args: string[]): Promise<Result> {
  return withFolder(async folder => {
    const model = path.join(folder, 'model.npz');
    const state = {...oracle.initial, weights: oracle.weightsAfter(468), step: 468};
    writeFileSync(model, encodeCheckpoint(state, runInfo(state.hidden, mnist())));
    return runProgram([...args, '--model', model]);
  });
}
