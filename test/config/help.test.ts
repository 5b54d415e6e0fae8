import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {commandNames, commands} from '../../source/config/commands.js';
import {commandHelp, generalHelp, optionsHelp} from '../../source/config/help.js';
import {options} from '../../source/config/options.js';
import {isSwitch} from '../../source/config/values.js';

/** A line of help as it was before it was broken to fit a terminal. */
const unwrapped = (text: string): string => text.replace(/\n +/g, ' ');

describe('the help', () => {
  const lines = optionsHelp().map(unwrapped);
  const flags = [
    '--data PATH',
    '--scramble',
    '--split NAME',
    '--index N',
    '--against D',
    '--limit N',
    '--epochs N',
    '--batch-size N',
    '--learning-rate X',
    '--hidden N',
    '--loss NAME',
    '--optimizer NAME',
    '--activation NAME',
    '--train-images N',
    '--noise-labels P',
    '--seed N',
    '--seeds N',
    '--no-shuffle',
    '--augment',
    '--no-early-stop',
    '--engine NAME',
    '--threads N',
    '--model PATH',
    '--best',
    '--format NAME',
    '--svg',
    '--no-save',
    '--history PATH',
    '--resume',
    ...['--shard I/N', '--merge', '--csv PATH'],
    '--json',
    '--print',
    ...['--page N', '--lang NAME'],
    '--art NAME',
    '--show',
    '--stages',
    '--no-color',
    '--pace NAME',
    '--theme NAME',
    '--screen-reader',
    '--no-mouse',
    '--debug',
  ];

  it('has a line for every option there is, and for no other', () => {
    assert.equal(flags.length, Object.keys(options).length);
    assert.deepEqual(
      lines.map(line => /^(\S+(?: [A-Z/]+)?) +\S/.exec(line)?.[1]),
      flags,
    );
  });

  it('says range and default of every option that has a value', () => {
    const expected = {
      '--split': ': train, test; default test',
      '--index': ': 0 to 4294967295; default 0',
      '--epochs': ': 1 to 10000; default 20',
      '--batch-size': ': 1 to 1024; default 128',
      '--learning-rate':
        ': 1e-9 to 1000000000; default 0.001 with Adam; with mse and cross-entropy 0.1 and 0.05 with momentum, 1 and 0.5 with sgd',
      '--loss': ': mse, cross-entropy; default mse',
      '--optimizer': ': adam, momentum, sgd; default adam',
      '--activation': ': relu, sigmoid, tanh; default relu',
      '--noise-labels': ': 0 to 100; default 0',
      '--hidden': ': 1 to 1024; default 128',
      '--seed': ': 0 to 4294967295; default 1',
      '--engine': ': auto, tensorflow, webgpu, wasm; default auto',
      '--format': ": npz, safetensors, onnx, tfjs, csv, c; default what the path's ending says (tfjs: a folder, c: .h)",
      '--lang': ': en, ru; default by LC_ALL, LC_MESSAGES or LANG',
      '--art': ': blocks, ascii; default blocks',
      '--theme': ': auto, light, dark; default auto',
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
    assert.deepEqual(switches, [
      'scramble',
      'shuffle',
      'augment',
      'earlyStop',
      'best',
      'svg',
      'save',
      'resume',
      'merge',
      'json',
      'print',
      'show',
      'stages',
      'color',
      'screenReader',
      'mouse',
      'debug',
    ]);
  });

  it('of a command has its usage, two examples of it, and the options that it takes and no others', () => {
    for (const name of commandNames) {
      const text = commandHelp(name);
      assert.ok(text.startsWith(`Usage: mnist-tui ${name}`), text);
      const taken = [...text.matchAll(/^ {2}--(?:no-)?(\S+)/gm)].map(match => match[1]);
      const expected = Object.values(options).filter(
        option => option.commands === 'all' || (option.commands as readonly string[]).includes(name),
      );
      assert.deepEqual(
        taken,
        expected.map(({flag}) => flag),
      );
      assert.equal([...text.matchAll(/^ {2}mnist-tui /gm)].length, 2, name);
      assert.ok(commands[name].examples.some(([line]) => line.startsWith(name)));
    }
  });

  it('names every command, and fits 79 columns of plain ASCII', () => {
    const general = generalHelp();
    for (const name of commandNames) assert.ok(general.includes(`mnist-tui ${name} `), name);
    for (const text of [general, ...commandNames.map(commandHelp)]) {
      for (const line of text.split('\n')) assert.ok(line.length < 80, line);
      assert.match(text, /^[\n\x20-\x7e]*$/);
    }
  });
});
