import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';
import {measureSpeed, type Speed} from '../../source/engines/speed-trial.js';
import {blankDataset, ScriptedEngine} from '../helpers/scripted-engine.js';

/** The trial of an engine that takes so many milliseconds for its first, second … call, on a clock of its own. */
async function trial(milliseconds: (call: number) => number): Promise<Speed & {engine: ScriptedEngine}> {
  const engine = new ScriptedEngine(blankDataset(1, 1));
  let now = 0;
  const clock = mock.method(performance, 'now', () => now);
  const trainSteps = engine.trainSteps.bind(engine);
  engine.trainSteps = (...given) => {
    now += milliseconds(engine.calls.length + 1);
    return trainSteps(...given);
  };
  try {
    return {...(await measureSpeed(engine)), engine};
  } finally {
    clock.mock.restore();
  }
}

/** Images in a call. */
const images = 128 * 128;

describe("an engine's trial", () => {
  it('takes the fastest round but the first, in which a device compiles', async () => {
    const {imagesPerSecond, steady, engine} = await trial(call => (call === 1 ? 1 : call === 4 ? 100 : 110));
    assert.equal(imagesPerSecond, 10 * images);
    assert.equal(steady, true);
    assert.equal(engine.calls.length, 6);
  });

  it('is not steady when a round took over a fifth longer than another', async () => {
    assert.equal((await trial(call => (call === 3 ? 119 : 100))).steady, true);
    assert.equal((await trial(call => (call === 3 ? 121 : 100))).steady, false);
    assert.equal((await trial(call => (call === 1 ? 1000 : 100))).steady, true);
  });

  it('ends after three rounds where they take long', async () => {
    assert.equal((await trial(() => 5000)).engine.calls.length, 3);
    assert.equal((await trial(() => 400)).engine.calls.length, 4);
  });

  it("trains the tutorial's network without moving a weight", async () => {
    const {engine} = await trial(() => 1);
    assert.deepEqual(
      engine.statesSet.map(({hidden}) => hidden),
      [128],
    );
    assert.ok(engine.calls.every(({options}) => options.batchSize === 128 && options.learningRate === 0));
    assert.ok(engine.calls.every(({order}) => order.length === images));
  });
});
