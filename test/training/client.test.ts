import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {startTraining} from '../../source/training/client.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import type {WorkerSettings} from '../../source/training/worker-settings.js';
import {fixture} from '../helpers/program.js';

const settings: WorkerSettings = {
  dataPath: fixture('data-files/compressed.npz'),
  scramble: false,
  engine: 'wasm',
  threads: 1,
  hidden: 8,
  activation: 'relu',
  seed: 1,
  resume: false,
  model: undefined,
  offersSaved: false,
  save: undefined,
};

/** Runs a worker until an event of a type arrives, closes it, and gives all events. */
async function eventsUntil(given: WorkerSettings, type: TrainingEvent['type']): Promise<TrainingEvent[]> {
  const events: TrainingEvent[] = [];
  let client: ReturnType<typeof startTraining> | undefined;
  await new Promise<void>(resolve => {
    client = startTraining(given, event => {
      events.push(event);
      if (event.type === type) resolve();
    });
  });
  await client?.close();
  return events;
}

describe('the training worker’s client', () => {
  it('gets each split in shared memory, the small one first, before a run is opened', async () => {
    const events = await eventsUntil(settings, 'opened');
    const splits = events.flatMap(event => (event.type === 'split-loaded' ? [event] : []));
    assert.deepEqual(
      splits.map(({split, data}) => [split, data.count, data.images.buffer instanceof SharedArrayBuffer]),
      [
        ['test', 32, true],
        ['train', 64, true],
      ],
    );
    const opened = events.find(event => event.type === 'opened');
    assert.deepEqual(opened, {type: 'opened', run: 1, trained: false, saved: undefined, passedOver: []});
    const statuses = events.flatMap(event => (event.type === 'status' ? [event] : []));
    assert.deepEqual([statuses[0]?.phase, statuses[0]?.waitsFor], ['loading', {what: 'dataset'}]);
    const {dataPath: path} = settings;
    assert.deepEqual(statuses.at(-1), {
      type: 'status',
      phase: 'idle',
      waitsFor: undefined,
      engine: {name: 'wasm', device: 'CPU', threads: 1},
      dataset: {name: 'compressed.npz', path},
      run: 1,
      stretch: 0,
      settings: {hidden: 8, activation: 'relu', seed: 1},
    });
  });

  it('is told of a fault that a person can mend, with the message that says how', async () => {
    const events = await eventsUntil({...settings, dataPath: 'nowhere.npz'}, 'failed');
    const failed = events[events.length - 1];
    assert.ok(failed.type === 'failed' && failed.expected);
    assert.match(failed.message, /^nowhere\.npz: no such file/);
  });

  it('is told of a fault of the program, with its stack, and can be closed all the same', async () => {
    const events = await eventsUntil({...settings, hidden: Number.NaN}, 'failed');
    const failed = events[events.length - 1];
    assert.ok(failed.type === 'failed' && !failed.expected);
    assert.match(failed.stack, /\n {4}at /);
  });
});
