import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {initialState} from '../../../source/network/initial-state.js';
import {decodeCheckpoint, encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {encodeText, encodeWhole} from '../../../source/training/formats/npy-scalars.js';
import {assertUserError} from '../../helpers/errors.js';
import {npyFile, npzFile} from '../../helpers/npz.js';
import {fixture} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const good = encodeCheckpoint(initialState(2, 1), runInfo(2));

function refuses(bytes: Uint8Array, ...patterns: readonly (string | RegExp)[]): void {
  try {
    decodeCheckpoint(bytes, '/some/model.npz');
  } catch (error) {
    assertUserError(error, '/some/model.npz: ', ...patterns);
    return;
  }
  assert.fail('it was read');
}

/** A good checkpoint with some members changed or, where undefined, taken out. */
function altered(changes: Readonly<Record<string, Uint8Array | undefined>>): Uint8Array {
  const members = Object.entries({...unzipSync(good), ...changes});
  return npzFile(Object.fromEntries(members.flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes]]))));
}

const foreign = /not weights that mnist-tui saved; train anew or give another --model/;
const described = (fields: object): Uint8Array =>
  altered({'info.npy': encodeText(JSON.stringify({format: 2, ...runInfo(2), ...fields}))});

describe('a file that is no checkpoint of ours', () => {
  it('can be altered and still be ours, so that the next tests test something', () => {
    assert.equal(decodeCheckpoint(described({epoch: 3}), 'it').info?.epoch, 3);
  });

  it('is a dataset, a web page, or nothing', () => {
    refuses(readFileSync(fixture('data-files/compressed.npz')), foreign);
    refuses(readFileSync(fixture('data-files/html.npz')), /not an \.npz archive/);
    refuses(new Uint8Array(), /empty/);
  });

  it('is cut short, or has one changed byte', () => {
    refuses(good.subarray(0, good.length / 2), /broken-off download/);
    const damaged = Uint8Array.from(good);
    damaged[5000] = (damaged[5000] ?? 0) ^ 0x40;
    refuses(damaged, /0\.weight\.npy.*damaged/);
  });

  it('was saved by a newer version, which it says, with what to do', () => {
    refuses(
      described({format: 3, program: 'mnist-tui 9.0.0'}),
      'newer mnist-tui (mnist-tui 9.0.0): format 3',
      'update',
    );
    refuses(described({settings: {...runInfo(2).settings, dropout: 0.5}}), 'a setting "dropout"', 'update');
  });

  const wrong: [string, object][] = [
    ['a negative number of hidden units', {settings: {...runInfo(2).settings, hidden: -2}}],
    ['no hidden units', {settings: {...runInfo(2).settings, hidden: 0}}],
    ['more hidden units than there can be', {settings: {...runInfo(2).settings, hidden: 1_000_000}}],
    ['a seed that is text', {settings: {...runInfo(2).settings, seed: '1'}}],
    ['a shuffle that is no yes or no', {settings: {...runInfo(2).settings, shuffle: 'no'}}],
    ['an augment that is no yes or no', {settings: {...runInfo(2).settings, augment: 1}}],
    ['half an epoch', {epoch: 0.5}],
    ['no history', {history: undefined}],
    ['a history with a hole', {history: [null]}],
    ['a history of something else', {history: [{epoch: 1}]}],
    ['a dataset without a name', {dataset: {}}],
    ['no settings', {settings: null}],
    ['a format that is text', {format: '2'}],
    ['to be computed on nothing', {computedOn: [{from: 0, device: 'CPU'}]}],
    ['to be computed before its start', {computedOn: [{from: -1, engine: 'wasm', device: 'CPU'}]}],
    ['a change of a setting that cannot change', {changes: [{step: 1, name: 'seed', was: 1}]}],
    ['a change without what was before', {changes: [{step: 1, name: 'shuffle'}]}],
  ];
  for (const [what, fields] of wrong) it(`claims ${what}`, () => refuses(described(fields), foreign));

  it('has an info that is no text, or no JSON', () => {
    refuses(altered({'info.npy': npyFile('<f4', [1], new Uint8Array(4))}), 'info: not a text');
    refuses(altered({'info.npy': encodeText('{')}), foreign);
    refuses(altered({'info.npy': new Uint8Array(3)}), 'info: not a text');
  });

  it('has an array of another shape, or lacks one', () => {
    const other = npyFile('<f4', [2, 10], new Uint8Array(80));
    refuses(altered({'2.weight.npy': other}), '2.weight has shape (2, 10); wanted (10, 2)');
    refuses(described({settings: {...runInfo(2).settings, hidden: 3}}), '0.weight has shape (2, 784); wanted (3, 784)');
    refuses(altered({'2.bias.npy': undefined}), 'has no 2.bias');
  });

  it('has weights or moments that are no numbers', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const bytes = Buffer.from(Float32Array.from({length: 10}, (_, at) => (at === 7 ? value : 0)).buffer);
      for (const member of ['2.bias', 'exp_avg_sq.2.bias']) {
        refuses(altered({[`${member}.npy`]: npyFile('<f4', [10], bytes)}), `${member} holds ${value}`);
      }
    }
  });

  it('counts steps below zero', () => refuses(altered({'step.npy': encodeWhole(-1)}), 'step is -1'));
});
