import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {wishOf} from '../../source/state/session.js';
import {startState} from '../../source/state/state.js';
import {commandsBetween, commandsOfFrame} from '../../source/state/wish.js';
import {acted, ended, idle, network, opened, progress, runOptions, start, told, training} from '../helpers/state.js';

const wish = {
  stretch: undefined,
  options: runOptions,
  oneMore: false,
  engine: undefined,
  paused: false,
  pace: 'watch',
} as const;

describe('what the worker is told', () => {
  it('is nothing when nothing that concerns it has changed', () => {
    assert.deepEqual(commandsBetween(idle, acted(idle, {type: 'move', by: 1}, {type: 'predict'})), []);
    assert.deepEqual(commandsBetween(idle, told(idle, progress(1, 1), network(3))), []);
  });

  it('is the whole wish when a part of it has changed', () => {
    const options = runOptions;
    const asked = acted(idle, {type: 'train'});
    assert.deepEqual(commandsBetween(idle, asked), [{type: 'wish', wish: {...wish, stretch: 1, options}}]);
    assert.deepEqual(commandsBetween(asked, acted(asked, {type: 'change-engine'})), [
      {type: 'wish', wish: {...wish, stretch: 1, options, engine: 'tensorflow'}},
    ]);
  });

  it('is no stretch of a run that the worker has not opened: nobody knows yet what that is trained with', () => {
    const early = acted(start, {type: 'train'});
    assert.deepEqual(commandsBetween(start, early), []);
    const own = {...runOptions, batchSize: 64, hidden: 128, activation: 'relu' as const, seed: 1};
    const resumed = {file: '/runs/a.npz', dataset: 'MNIST', epochs: 2, stepInEpoch: 0, settings: own, history: []};
    const later = told(early, {...opened, resumed});
    const [command] = commandsBetween(early, later);
    assert.ok(command?.type === 'wish');
    assert.deepEqual([command.wish.stretch, command.wish.options.batchSize], [1, 64]);
    const again = acted(
      told(training, ...ended('stopped', 0)),
      {type: 'reset', to: 'next'},
      {type: 'reset', to: 'next'},
      {type: 'train'},
    );
    assert.equal(wishOf(again).stretch, undefined);
    assert.equal(wishOf(told(again, {...opened, run: 2})).stretch, 2);
  });

  it('is that nothing is wished for any more when a stretch has ended by itself', () => {
    const done = told(training, ...ended('epochs', 20));
    assert.equal(wishOf(training).stretch, 1);
    assert.equal(wishOf(done).stretch, undefined);
    assert.equal(wishOf(acted(done, {type: 'train'})).stretch, 2);
  });

  it('is not that a stretch is to end when an earlier one has', () => {
    const again = acted(training, {type: 'train'}, {type: 'train'});
    assert.equal(wishOf(told(again, ...ended('stopped', 0))).stretch, 2);
  });

  it('is a run to begin, and then what is wished for', () => {
    assert.deepEqual(
      commandsBetween(training, acted(training, {type: 'reset', to: 'next'}, {type: 'reset', to: 'next'})),
      [
        {type: 'reset', run: 2, hidden: 128, activation: 'relu' as const, seed: 2},
        {type: 'wish', wish},
      ],
    );
  });

  it('is what was given on the command line, and for a run that goes on its own where nothing was', () => {
    const own = {
      ...runOptions,
      epochs: 7,
      learningRate: 0.01,
      shuffle: false,
      augment: true,
      hidden: 128,
      activation: 'relu' as const,
      seed: 1,
    };
    const resumed = {file: '/runs/a.npz', dataset: 'MNIST', epochs: 1, stepInEpoch: 0, settings: own, history: []};
    const started = {
      ...idle.screen,
      ...idle.choice,
      ...runOptions,
      seed: 1,
      hidden: 128,
      activation: 'relu',
      place: undefined,
      pace: 'watch',
    } as const;
    const state = startState({...started, epochs: 12, given: ['epochs']});
    assert.deepEqual(wishOf(told(state, {...opened, resumed})).options, {
      ...runOptions,
      epochs: 12,
      learningRate: 0.01,
      shuffle: false,
      augment: true,
      earlyStop: false,
    });
    assert.deepEqual(wishOf(told(state, opened)).options, {...runOptions, epochs: 12});
  });
});

describe('what the worker is told when a frame was drawn', () => {
  it('is that newer weights would be seen, once for each that are shown', () => {
    const first = told(idle, network(3));
    assert.deepEqual(commandsOfFrame(idle, first), [{type: 'look'}]);
    assert.deepEqual(commandsOfFrame(first, told(first, progress(1, 1))), []);
    assert.deepEqual(commandsOfFrame(first, told(first, network(4))), [{type: 'look'}]);
    assert.deepEqual(commandsOfFrame(idle, idle), []);
  });
});
