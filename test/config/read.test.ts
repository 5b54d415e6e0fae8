import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CommandName} from '../../source/config/commands.js';
import type {Config} from '../../source/config/options.js';
import {readConfig} from '../../source/config/read.js';
import {UserError} from '../../source/errors.js';
import {assertUserError} from '../helpers/errors.js';

/** The error that flags lead to. */
function errorOf(flags: Readonly<Record<string, unknown>>, command: CommandName = 'dashboard'): UserError {
  try {
    readConfig(command, flags);
  } catch (error) {
    assert.ok(error instanceof UserError, String(error));
    return error;
  }
  assert.fail(`${JSON.stringify(flags)} was taken`);
}

/** The options alone: test/config/lists.test.ts has their lists. */
const withoutLists = ({lists: _, ...values}: Config): Omit<Config, 'lists'> => values;

describe('the options', () => {
  it("have the tutorial's values when nothing is given", () => {
    assert.deepEqual(withoutLists(readConfig('dashboard', {})), {
      ...{given: [], data: undefined, scramble: false},
      split: 'test',
      ...{index: 0, limit: undefined, against: undefined, seeds: 1, shard: undefined, merge: false, csv: undefined},
      epochs: 20,
      batchSize: 128,
      learningRate: undefined,
      hidden: 128,
      ...{loss: 'mse', optimizer: 'adam', activation: 'relu', trainImages: undefined, noiseLabels: 0},
      seed: 1,
      shuffle: true,
      augment: false,
      earlyStop: true,
      engine: 'auto',
      threads: undefined,
      ...{model: undefined, best: false, format: undefined, history: undefined},
      save: true,
      resume: false,
      ...{json: false, print: false, page: undefined, lang: undefined},
      art: 'blocks',
      ...{show: false, stages: false, svg: false},
      color: true,
      pace: 'watch',
      theme: 'auto',
      screenReader: false,
      mouse: true,
      debug: false,
    });
  });

  it('have the values that are given', () => {
    const given = {
      ...{data: 'some/folder', scramble: true},
      split: 'train',
      index: '200',
      epochs: '3',
      batchSize: '64',
      learningRate: '0.01',
      hidden: '32',
      ...{loss: 'cross-entropy', optimizer: 'momentum', activation: 'tanh'},
      ...{trainImages: '500', noiseLabels: '12.5'},
      seed: '42',
      shuffle: false,
      augment: true,
      earlyStop: false,
      engine: 'wasm',
      threads: '2',
      model: 'weights.npz',
      save: false,
      resume: true,
      ...{art: 'ascii', color: false, pace: '25', theme: 'light'},
      ...{screenReader: true, mouse: false, debug: true},
    };
    assert.deepEqual(withoutLists(readConfig('dashboard', given)), {
      ...given,
      given: Object.keys(given),
      ...{index: 200, against: undefined, seeds: 1, shard: undefined, merge: false, csv: undefined},
      epochs: 3,
      threads: 2,
      batchSize: 64,
      learningRate: 0.01,
      hidden: 32,
      ...{loss: 'cross-entropy', optimizer: 'momentum', activation: 'tanh', trainImages: 500, noiseLabels: 12.5},
      seed: 42,
      pace: 25,
      ...{limit: undefined, best: false, format: undefined, history: undefined},
      ...{json: false, print: false, page: undefined, lang: undefined},
      ...{show: false, stages: false, svg: false},
    });
  });

  const ranges: [keyof Config, string, number, number][] = [
    ['index', '--index', 0, 4294967295],
    ['epochs', '--epochs', 1, 10_000],
    ['batchSize', '--batch-size', 1, 1024],
    ['learningRate', '--learning-rate', 1e-9, 1e9],
    ['hidden', '--hidden', 1, 1024],
    ['seed', '--seed', 0, 4294967295],
  ];
  for (const [name, flag, least, most] of ranges) {
    it(`${flag} takes both ends of its range, and refuses what lies beyond, no number, or nothing`, () => {
      for (const value of [least, most]) assert.equal(readConfig('dashboard', {[name]: String(value)})[name], value);
      for (const value of [String(least - 1), String(most * 2), 'many', 'NaN', 'Infinity', '5 apples', '1,5']) {
        const error = errorOf({[name]: value});
        assertUserError(error, `${flag}: "${value}"; wanted ${least} to ${most}`);
        assert.equal(error.exitCode, 2);
      }
      for (const value of ['', ' '])
        assertUserError(errorOf({[name]: value}), `${flag}: `, `wanted ${least} to ${most}`);
    });
  }

  it('refuse a fraction where whole numbers are counted', () => {
    for (const [name, flag] of ranges) {
      if (name === 'learningRate') assert.equal(readConfig('dashboard', {learningRate: '1.5'}).learningRate, 1.5);
      else assertUserError(errorOf({[name]: '1.5'}), `${flag}: "1.5"`);
    }
  });

  const choices: [keyof Config, string, string[]][] = [
    ['split', '--split', ['train', 'test']],
    ['engine', '--engine', ['auto', 'tensorflow', 'webgpu', 'wasm']],
    ['art', '--art', ['blocks', 'ascii']],
  ];
  for (const [name, flag, values] of choices) {
    it(`${flag} takes ${values.join(', ')} and nothing else`, () => {
      for (const value of values) assert.equal(readConfig('dashboard', {[name]: value})[name], value);
      for (const value of ['other', values[0].toUpperCase(), `${values[0]} `]) {
        const error = errorOf({[name]: value});
        assertUserError(error, `${flag}: "${value}"; wanted ${values.join(', ')}`);
        assert.equal(error.exitCode, 2);
      }
      assertUserError(errorOf({[name]: ''}), `${flag}: no value; wanted ${values.join(', ')}`);
    });
  }

  it('refuse an empty path', () => {
    for (const name of ['data', 'model']) {
      const error = errorOf({[name]: ''});
      assertUserError(error, `--${name}: no value; wanted a path`);
      assert.equal(error.exitCode, 2);
    }
  });

  it('refuse an option that there is not, by its name as typed', () => {
    const unknown: [string, string][] = [
      ['epoch', '--epoch; did you mean --epochs?'],
      ['learningrate', '--learningrate; did you mean --learning-rate?'],
      ['lr', '--lr; did you mean --learning-rate?'],
      ['batch', '--batch; did you mean --batch-size?'],
      ['verbosely', '--verbosely; mnist-tui --help lists all'],
      ['x', '-x; mnist-tui --help lists all'],
      ['toString', '--to-string; mnist-tui --help lists all'],
      ['constructor', '--constructor; mnist-tui --help lists all'],
    ];
    for (const [name, message] of unknown) {
      const error = errorOf({[name]: true});
      assertUserError(error, `unknown option ${message}`);
      assert.equal(error.exitCode, 2);
    }
  });

  it('refuse --no- before an option that has a value', () => {
    for (const [name, flag] of Object.entries({model: 'model', data: 'data', threads: 'threads', engine: 'engine'})) {
      assertUserError(errorOf({[name]: false}), `unknown option --no-${flag}`, 'switches');
    }
    assert.equal(readConfig('dashboard', {earlyStop: false}).earlyStop, false);
  });

  it('refuse a dot in an option, which meow takes for an object', () => {
    assertUserError(errorOf({seed: {x: '1'}}), 'unknown option --seed.x');
  });

  it('are refused by a command that does not take them, with those that do', () => {
    const refused: [CommandName, string, unknown, RegExp][] = [
      ['train', 'index', '3', /^train takes no --index; the dashboard does$/],
      [
        'dashboard',
        'json',
        true,
        /^the dashboard takes no --json; train, sweep, predict, evaluate, mistakes, explain, damage, runs, show, info, bench, doctor do$/,
      ],
      ['doctor', 'engine', 'wasm', /^doctor takes no --engine; train, sweep, lesson do, the dashboard does$/],
      ['predict', 'seed', '1', /^predict takes no --seed; train, sweep, quiz, lesson, bench do, the dashboard does$/],
      ['version', 'json', true, /^version takes no --json; /],
    ];
    for (const [command, name, value, message] of refused) {
      const error = errorOf({[name]: value}, command);
      assertUserError(error, message);
      assert.equal(error.exitCode, 2);
    }
    for (const command of ['train', 'version', 'setup'] as const) {
      assert.equal(readConfig(command, {debug: true, color: false}).debug, true);
    }
  });
});
