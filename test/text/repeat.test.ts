import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type OptionName, optionRows} from '../../source/config/options.js';
import {readConfig} from '../../source/config/read.js';
import {quoted, repeatOptions} from '../../source/text/repeat.js';
import type {RunSettings} from '../../source/training/formats/run-info.js';
import type {EpochRecord} from '../../source/training/protocol.js';
import {ownOptions, runOptions, usual} from '../../source/training/run-options.js';

/** Epochs whose last test batches had these losses. */
const epochs = (...losses: readonly number[]): EpochRecord[] =>
  losses.map((testLoss, place) => ({
    ...{epoch: place + 1, testLoss, loss: 0.1, meanTrainLoss: 0.1, meanTestLoss: 0.1, accuracy: 0.9, seconds: 1},
  }));

/** What a command line with these options trains with, as the program reads it. */
function settingsOf(texts: readonly string[]): RunSettings {
  const flags = texts.map((text): [OptionName, unknown] => {
    const [, no, flag, value] = /^--(no-)?([a-z-]+)(?: (.+))?$/.exec(text) ?? [];
    const row = optionRows.find(([, option]) => option.flag === flag);
    assert.ok(row !== undefined, text);
    return [row[0], no === undefined ? (value ?? true) : false];
  });
  const config = readConfig('train', Object.fromEntries(flags));
  const {hidden, activation, seed, given} = config;
  return {...ownOptions(runOptions(config), given, undefined), hidden, activation, seed};
}

const settings: RunSettings = {...usual, seed: 1};
const all: readonly RunSettings[] = [
  settings,
  {...settings, seed: 4294967295, hidden: 7, batchSize: 16, learningRate: 1e-7},
  {...settings, optimizer: 'sgd', learningRate: 1},
  {...settings, optimizer: 'momentum', learningRate: 1},
  {...settings, loss: 'cross-entropy', activation: 'tanh', earlyStop: false},
  {...settings, trainImages: 5000, noiseLabels: 12.5, shuffle: false, earlyStop: false},
  {...settings, augment: true, earlyStop: false},
];

describe('the options that repeat a run', () => {
  it('are read as the settings that it had', () => {
    const ended = epochs(0.03, 0.02, 0.016, 0.016, 0.016, 0.016, 0.014);
    for (const each of all) {
      const {earlyStop} = each;
      const wanted = earlyStop ? each : {...each, epochs: 7};
      assert.deepEqual(settingsOf(repeatOptions(each, ended)), wanted);
    }
  });

  it('leave out what holds anyway', () => {
    assert.deepEqual(repeatOptions(settings, epochs(...new Array(6).fill(0.02), 0.01)), ['--seed 1']);
  });

  it('end where it was ended before the early stop', () => {
    assert.equal(settingsOf(repeatOptions(settings, epochs(0.01, 0.01, 0.01))).epochs, 3);
    assert.equal(settingsOf(repeatOptions(settings, epochs(...new Array(8).fill(0.02)))).epochs, 8);
  });

  it('go past the early stop where it did', () => {
    const options = repeatOptions(settings, epochs(...new Array(9).fill(0.01)));
    assert.deepEqual(options, ['--seed 1', '--epochs 9', '--no-early-stop']);
  });

  it('quote a path that a shell would take apart', () => {
    assert.deepEqual(['a/b-c.npz', 'my runs/a.npz'].map(quoted), ['a/b-c.npz', '"my runs/a.npz"']);
  });
});
