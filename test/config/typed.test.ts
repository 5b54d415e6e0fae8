import assert from 'node:assert/strict';
import {it} from 'node:test';
import {checkTyped} from '../../source/config/typed.js';

it('options are taken as they are written in the help, and in no other way', () => {
  for (const line of [
    'train --epochs 3 --no-early-stop --json',
    'train --epochs=3 --model=a=b --no-save',
    '--help',
    '--version -h -v -x',
    'predict -1 -- --json --nonsense --epochs 1 --epochs 2',
    'train --no-color --color',
  ]) {
    checkTyped(line.split(' '));
  }
});

it('other spellings are refused, with the near one', () => {
  const refused: [string, RegExp][] = [
    ['--Epochs 2', /^unknown option --Epochs; did you mean --epochs\?$/],
    ['--learningRate 1', /^unknown option --learningRate; did you mean --learning-rate\?$/],
    ['--learning_rate 1', /^unknown option --learning_rate; did you mean --learning-rate\?$/],
    ['--lr 1', /^unknown option --lr; did you mean --learning-rate\?$/],
    ['--no-earlystop', /^unknown option --no-earlystop; did you mean --no-early-stop\?$/],
    ['--no-no-color', /^unknown option --no-no-color; /],
    ['--no-zzz', /^unknown option --no-zzz; \S.* --help lists all$/],
    ['--no-model', /^unknown option --no-model; --no- stands only before switches$/],
    ['--no-help', /^unknown option --no-help; --no- stands only before switches$/],
    ['--help.x', /^unknown option --help\.x; /],
    ['--v', /^unknown option --v; /],
    ['--seed.x 1', /^unknown option --seed\.x; /],
  ];
  for (const [line, message] of refused) {
    assert.throws(() => checkTyped(['train', ...line.split(' ')]), {name: 'UserError', exitCode: 2, message});
  }
});

it('a switch takes no value, and an option is given once', () => {
  for (const line of ['--json=yes', '--json=false', '--json true', '--no-save false', '--help=train', '--version=1']) {
    assert.throws(() => checkTyped(line.split(' ')), /takes no value; found "(yes|true|false|train|1)"$/);
  }
  checkTyped(['--json', 'train']);
  assert.throws(() => checkTyped(['--epochs', '1', '--epochs=2']), /^UserError: --epochs is given twice$/);
});
