import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {changed, fieldNames} from '../../source/state/form-fields.js';
import {isRacing} from '../../source/state/race.js';
import {openRun} from '../../source/state/runs.js';
import type {State} from '../../source/state/state.js';
import {commandsBetween} from '../../source/state/wish.js';
import {acted, ended, idle, loaded, opened, started, status, told} from '../helpers/state.js';

const {settings} = idle.form;
const up = (state: State, field: (typeof fieldNames)[number], times = 1): State =>
  acted(state, {type: 'form-to', field}, ...Array.from({length: times}, () => ({type: 'form-change', by: 1}) as const));

describe('the form of the next run', () => {
  it('has every setting, and each has a value after and before its own, or is at its end', () => {
    assert.deepEqual(fieldNames.toSorted(), Object.keys(settings).toSorted());
    for (const name of fieldNames) {
      const [more, less] = [changed(settings, name, 1), changed(settings, name, -1)];
      assert.ok(more[name] !== settings[name] || less[name] !== settings[name], name);
      if (more[name] !== settings[name] && name !== 'loss' && name !== 'optimizer')
        assert.deepEqual(changed(more, name, -1), settings, name);
    }
  });

  it('takes a learning rate along that suits the loss and the optimiser', () => {
    const entropy = changed(settings, 'loss', 1);
    assert.equal(entropy.learningRate, 0.001);
    const momentum = changed(entropy, 'optimizer', 1);
    assert.deepEqual([momentum.learningRate, changed(momentum, 'optimizer', 1).learningRate], [0.05, 0.5]);
    assert.equal(changed(changed(settings, 'optimizer', 1), 'optimizer', 1).learningRate, 1);
  });

  it('offers the values around one that was given on the command line', () => {
    assert.deepEqual(
      [
        changed({...settings, hidden: 100}, 'hidden', 1).hidden,
        changed({...settings, hidden: 100}, 'hidden', -1).hidden,
      ],
      [128, 64],
    );
  });

  it('begins a run with its settings, without an early stop where there is none', () => {
    const state = up(up(told(idle, status, opened), 'hidden'), 'loss');
    const after = acted(state, {type: 'form-start'});
    assert.deepEqual(
      commandsBetween(state, told(after, {...opened, run: 2})).map(command =>
        command.type === 'wish' ? command.wish.options : command,
      ),
      [
        {type: 'reset', run: 2, hidden: 256, activation: 'relu', seed: 1},
        {...idle.session.options, loss: 'cross-entropy', earlyStop: false},
      ],
    );
  });

  it('begins nothing while a run is trained, and a race of those that were put into it', () => {
    const training = told(acted(told(idle, status, opened), {type: 'train'}), ...started());
    assert.equal(openRun(acted(training, {type: 'form-start'}).runs).number, 1);
    const one = acted(told(idle, status, opened), {type: 'form-add'}, {type: 'form-add'});
    assert.equal(one.form.lanes.length, 1);
    const two = acted(up(one, 'learningRate', 4), {type: 'form-add'});
    const raced = acted(two, {type: 'form-start'});
    const [command] = commandsBetween(two, raced);
    assert.ok(command?.type === 'race' && command.run === 2);
    assert.deepEqual(
      command.lanes.map(({learningRate}) => learningRate),
      [0.001, 0.01],
    );
    assert.ok(isRacing(raced.runs));
    assert.equal(acted(raced, {type: 'next-lane'}).runs.open, 3);
    assert.deepEqual(
      commandsBetween(raced, acted(raced, {type: 'next-lane'})).map(({type}) => type),
      ['wish'],
    );
  });

  it('takes no settings that have no batch, and says so', () => {
    const ready = told(idle, status, opened, loaded.train);
    const few = acted(up(ready, 'batchSize', 3), {type: 'form-add'});
    assert.equal(few.form.lanes.length, 0);
    assert.match(few.screen.notice ?? '', /1024/);
    assert.equal(openRun(acted(few, {type: 'form-start'}).runs).number, 1);
  });

  it('has a race that is over when all of its runs are', () => {
    const lanes = up(acted(told(idle, status, opened), {type: 'form-add'}), 'seed');
    const raced = told(
      acted(lanes, {type: 'form-add'}, {type: 'form-start'}),
      {...opened, run: 2},
      {...opened, run: 3},
    );
    const [, one] = ended('epochs', 20, 1, 2);
    const [, other] = ended('epochs', 20, 1, 3);
    assert.equal(told(raced, one).session.stretch, 1);
    assert.equal(told(raced, one, other).session.stretch, undefined);
  });
});
