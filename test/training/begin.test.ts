import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {beginning} from '../../source/training/begin.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {runsFolder} from '../../source/training/runs/runs-folder.js';
import {moveHome} from '../helpers/environment.js';
import {runInfo} from '../helpers/run-info.js';
import {blankDataset} from '../helpers/scripted-engine.js';

const {env} = process;
const before = {...env};
beforeEach(moveHome);
afterEach(() => Object.assign(env, before));

const dataset = blankDataset(64, 20);
const fresh = {seed: 1, hidden: 2, activation: 'relu'} as const;
const moment = {step: 8, epoch: 1, endsEpoch: true, meanTestLoss: 0.02, accuracy: 0.9};
const state = {...initialState(2, 1), step: 8};
const bytes = encodeCheckpoint(state, runInfo(2, dataset), [{...moment, weights: state.weights}]);

/** Puts a run into the folder of all runs; with one bit of its file changed that lies behind some text. */
function put(name: string, damagedBehind?: string): string {
  mkdirSync(runsFolder(), {recursive: true});
  const file = path.join(runsFolder(), name);
  const own = Buffer.from(bytes);
  if (damagedBehind !== undefined) {
    const at = own.indexOf(damagedBehind);
    assert.ok(at > 0);
    own.writeUInt8((own[at + 300] ?? 0) ^ 1, at + 300);
  }
  writeFileSync(file, own);
  return file;
}

describe('the run that is begun with', () => {
  for (const resume of [false, true]) {
    const what = resume ? 'goes on' : 'could go on';
    it(`passes over the newest one where that is damaged, with a line: the run that ${what}`, async () => {
      const good = put('blank-20260101-000000-1.npz');
      put('blank-20260102-000000-1.npz', '0.weight.npy');
      const {about, warnings = []} = await beginning({resume, model: undefined, offersSaved: true, ...fresh}, dataset);
      assert.equal((resume ? about.resumed : about.saved)?.file, good);
      const lines = resume ? warnings.map(({message}) => message) : about.passedOver;
      assert.equal(lines?.length, 1);
      assert.match(
        lines[0] ?? '',
        /^a saved run is passed over: blank-20260102-000000-1\.npz: 0\.weight\.npy is damaged/,
      );
    });
  }

  it('says why none could go on where the folder of runs cannot be read', async () => {
    mkdirSync(path.dirname(runsFolder()), {recursive: true});
    writeFileSync(runsFolder(), 'a file');
    const {about} = await beginning({resume: false, model: undefined, offersSaved: true, ...fresh}, dataset);
    assert.equal(about.saved, undefined);
    assert.match(about.passedOver?.join() ?? '', /runs: the folder of runs cannot be read \(ENOTDIR/);
  });

  it('goes on without its moments where these alone are damaged, and says so', async () => {
    const file = put('blank-20260101-000000-1.npz', 'moment.8.0.weight.npy');
    const begun = await beginning({resume: true, model: undefined, offersSaved: true, ...fresh}, dataset);
    assert.equal(begun.file, file);
    assert.deepEqual([begun.state.weights, begun.record.moments], [state.weights, []]);
    const [warning, ...others] = begun.warnings ?? [];
    assert.equal(others.length, 0);
    assert.match(
      warning?.message ?? '',
      /^the run goes on without its moments: .*moment\.8\.0\.weight\.npy is damaged/,
    );
    put('blank-20260101-000000-1.npz');
    const whole = await beginning({resume: true, model: undefined, offersSaved: true, ...fresh}, dataset);
    assert.deepEqual([whole.record.moments.length, whole.warnings], [1, []]);
  });
});
