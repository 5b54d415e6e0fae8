import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {optionRows} from '../../source/config/options.js';
import {readConfig} from '../../source/config/read.js';
import {variedNames} from '../../source/training/sweep/grid.js';
import {rejectsForPerson} from '../helpers/errors.js';

describe('lists', () => {
  it('are taken by sweep, of every setting of a run; the option itself has the first value', () => {
    const {lists, hidden, loss} = readConfig('sweep', {
      hidden: '32, 128,512',
      learningRate: '0.1,1e-3',
      loss: 'mse,cross-entropy',
      noiseLabels: '0,20',
    });
    assert.deepEqual(
      [lists.hidden, lists.learningRate, lists.loss, lists.noiseLabels],
      [
        [32, 128, 512],
        [0.1, 0.001],
        ['mse', 'cross-entropy'],
        [0, 20],
      ],
    );
    assert.deepEqual([hidden, loss], [32, 'mse']);
    assert.deepEqual(
      [lists.batchSize, lists.learningRate.length, readConfig('sweep', {}).lists.learningRate],
      [[128], 2, [undefined]],
    );
    const listed = optionRows.flatMap(([name, {list}]) => (list ? [name] : []));
    assert.deepEqual(listed.sort(), [...variedNames].sort());
  });

  it('are refused by all other commands, which name sweep', async () => {
    for (const command of ['train', 'dashboard', 'bench'] as const) {
      await rejectsForPerson(
        () => readConfig(command, {hidden: '32,128'}),
        '--hidden: "32,128"; wanted 1 to 1024; a list of values is for sweep',
      );
    }
  });

  it('that look like decimal commas are refused', async () => {
    const decimals = [
      ['learningRate', '0,001'],
      ['learningRate', '0,5'],
      ['learningRate', '0,1,0,01'],
      ['learningRate', '1,05'],
      ['noiseLabels', '2,05'],
      ['hidden', '1,024'],
    ];
    for (const command of ['sweep', 'train'] as const) {
      for (const [name, text] of decimals) {
        await rejectsForPerson(
          () => readConfig(command, {[name]: text}),
          `"${text}"; wanted `,
          'looks like a decimal comma: write decimals with a point, such as 0.001',
        );
      }
    }
  });

  it('with a value out of range, none, or one that is there twice are refused', async () => {
    for (const text of ['32,5000', '32,', ',32', '32,,64', '32;64', '32,many']) {
      await rejectsForPerson(() => readConfig('sweep', {hidden: text}), `--hidden: "${text}"; wanted 1 to 1024`);
    }
    await rejectsForPerson(() => readConfig('sweep', {hidden: '32,64,32'}), '--hidden: "32,64,32" has 32 twice');
    await rejectsForPerson(() => readConfig('sweep', {epochs: '1,2'}), '--epochs: "1,2"; wanted 1 to 10000');
  });

  it('of parts are read as a part of so many', async () => {
    assert.deepEqual(readConfig('sweep', {shard: '2/3'}).shard, {part: 2, parts: 3});
    for (const text of ['0/3', '4/3', '1', '1/0', 'a/b', '1/2/3', '']) {
      await rejectsForPerson(() => readConfig('sweep', {shard: text}), '--shard: ', 'wanted part I of N, such as 1/3');
    }
  });
});
