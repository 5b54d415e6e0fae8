import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createTurns, type Task} from '../../source/commands/turns.js';
import {fakeClock} from '../helpers/clock.js';

/** A task of so many parts of 2 ms; each part says its name. */
function task(name: string, parts: number, said: string[], spend: () => void, isPatient = false): Task {
  return {
    advance() {
      said.push(name);
      spend();
      return --parts === 0;
    },
    isPatient: () => isPatient,
  };
}

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('long tasks of the screen thread', () => {
  it('go on in turns, together 6 ms before keys have theirs', async t => {
    const said: string[] = [];
    let now = 0;
    t.mock.method(performance, 'now', () => now);
    const spend = (): void => {
      now += 2;
    };
    const take = createTurns();
    take(task('a', 4, said, spend));
    take(task('b', 2, said, spend));
    assert.deepEqual(said, []);
    await turn();
    assert.deepEqual(said.splice(0), ['a', 'b', 'a']);
    await turn();
    assert.deepEqual(said, ['b', 'a', 'a']);
  });

  it('rest for 12 ms where all are patient', async t => {
    const clock = fakeClock(t);
    const said: string[] = [];
    const take = createTurns();
    take(task('a', 2000, said, () => clock.advance(2), true));
    clock.advance(11);
    assert.deepEqual(said, []);
    clock.advance(1);
    assert.equal(said.length, 3);
    await turn();
    assert.equal(said.length, 3);
  });

  it('may take on another at their end', async () => {
    const said: string[] = [];
    const take = createTurns();
    const last = task('b', 1, said, () => {});
    take(task('a', 1, said, () => take(last)));
    await turn();
    await turn();
    assert.deepEqual(said, ['a', 'b']);
  });
});
