import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Config, isSwitch, options, optionsHelp, readConfig} from '../source/config.js';
import {UserError} from '../source/errors.js';
import {assertUserError} from './helpers/errors.js';

/** The error that flags lead to. */
function errorOf(flags: Readonly<Record<string, unknown>>): UserError {
  try {
    readConfig(flags);
  } catch (error) {
    assert.ok(error instanceof UserError, String(error));
    return error;
  }
  assert.fail(`${JSON.stringify(flags)} was taken`);
}

describe('the options', () => {
  it("have the tutorial's values when nothing is given", () => {
    assert.deepEqual(readConfig({}), {
      data: undefined,
      split: 'test',
      index: 0,
      epochs: 20,
      batchSize: 128,
      learningRate: 0.001,
      hidden: 128,
      seed: 1,
      earlyStop: true,
      engine: 'auto',
      threads: undefined,
      model: undefined,
      json: false,
      art: 'blocks',
      color: true,
      debug: false,
    });
  });

  it('have the values that are given', () => {
    const given = {
      data: 'some/folder',
      split: 'train',
      index: '200',
      epochs: '3',
      batchSize: '64',
      learningRate: '0.01',
      hidden: '32',
      seed: '42',
      earlyStop: false,
      engine: 'wasm',
      threads: '2',
      model: 'weights.npz',
      json: true,
      art: 'ascii',
      color: false,
      debug: true,
    };
    assert.deepEqual(readConfig(given), {
      ...given,
      index: 200,
      epochs: 3,
      threads: 2,
      batchSize: 64,
      learningRate: 0.01,
      hidden: 32,
      seed: 42,
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
      for (const value of [least, most]) assert.equal(readConfig({[name]: String(value)})[name], value);
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
      if (name === 'learningRate') assert.equal(readConfig({learningRate: '1.5'}).learningRate, 1.5);
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
      for (const value of values) assert.equal(readConfig({[name]: value})[name], value);
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
      ['epoch', '--epoch;'],
      ['learningrate', '--learningrate;'],
      ['batchsizeTwice', '--batchsize-twice;'],
      ['x', '-x;'],
      ['toString', '--to-string;'],
      ['constructor', '--constructor;'],
    ];
    for (const [name, typed] of unknown) {
      const error = errorOf({[name]: true});
      assertUserError(error, `unknown option ${typed}`, 'mnist-tui --help lists all');
      assert.equal(error.exitCode, 2);
    }
  });
});

describe('the help', () => {
  const lines = optionsHelp();
  const flags = [
    '--data PATH',
    '--split NAME',
    '--index N',
    '--epochs N',
    '--batch-size N',
    '--learning-rate X',
    '--hidden N',
    '--seed N',
    '--no-early-stop',
    '--engine NAME',
    '--threads N',
    '--model PATH',
    '--json',
    '--art NAME',
    '--no-color',
    '--debug',
  ];

  it('has a line for every option there is, and for no other', () => {
    assert.equal(flags.length, Object.keys(options).length);
    assert.deepEqual(
      lines.map(line => /^ {2}(\S+(?: [A-Z]+)?) +\S/.exec(line)?.[1]),
      flags,
    );
  });

  it('says range and default of every option that has a value', () => {
    const expected = {
      '--split': ': train, test; default test',
      '--index': ': 0 to 4294967295; default 0',
      '--epochs': ': 1 to 10000; default 20',
      '--batch-size': ': 1 to 1024; default 128',
      '--learning-rate': ': 1e-9 to 1000000000; default 0.001',
      '--hidden': ': 1 to 1024; default 128',
      '--seed': ': 0 to 4294967295; default 1',
      '--engine': ': auto, tensorflow, webgpu, wasm; default auto',
      '--art': ': blocks, ascii; default blocks',
    };
    for (const [flag, ending] of Object.entries(expected)) {
      const line = lines.find(candidate => candidate.trimStart().startsWith(`${flag} `));
      assert.ok(line?.endsWith(ending), line);
    }
    for (const line of lines) assert.doesNotMatch(line, /undefined/);
  });

  it('explains every option', () => {
    for (const {help} of Object.values(options)) {
      assert.ok(help.length > 8);
      assert.ok(lines.some(line => line.includes(help)));
    }
  });

  it('calls those options switches that are given without a value', () => {
    const switches = Object.entries(options).flatMap(([name, option]) => (isSwitch(option) ? [name] : []));
    assert.deepEqual(switches, ['earlyStop', 'json', 'color', 'debug']);
  });
});
