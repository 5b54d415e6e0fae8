// How the parts of a call find one another, and who does what.

import {arrived, generation, opened, taken} from './memory';

/**
 * How often a part looks whether the barrier has opened before it goes to sleep: about a tenth of a millisecond. A part
 * that sleeps is often woken on the core of the one that wakes it, and then both share that core for a while.
 */
const patience: i32 = 100_000;

/**
 * Tasks that helpers leave to their owner. A helper has to get the panel from another core's cache, and the owner to get
 * it back: when one core is a little slower than the other, helping with the last few tasks costs a third of an epoch.
 */
const LEFT: i32 = 3;

/** Waits until all parts are here. The last one makes all tasks free again. */
export function barrier(parts: i32): void {
  const before = atomic.load<i32>(opened);
  if (atomic.add<i32>(arrived, 1) == parts - 1) {
    atomic.store<i32>(arrived, 0);
    for (let part = 0; part < parts; part++) atomic.store<i32>(taken + (<usize>part << 6), 0);
    atomic.store<i32>(opened, before + 1);
    if (parts > 1) atomic.notify(opened, parts);
    return;
  }
  for (let look = 0; look < patience; look++) if (atomic.load<i32>(opened) != before) return;
  while (atomic.load<i32>(opened) == before) atomic.wait<i32>(opened, before, -1);
}

/** Waits for a call after the one numbered `seen`, awake for a while, then asleep; returns the call's number. */
export function awaitCall(seen: i32, looks: i32): i32 {
  for (let look = 0; look < looks; look++) {
    const now = atomic.load<i32>(generation);
    if (now != seen) return now;
  }
  while (atomic.load<i32>(generation) == seen) atomic.wait<i32>(generation, seen, -1);
  return atomic.load<i32>(generation);
}

/** Takes a task of `tasks` that nobody has taken: of the part's own share, then of one far behind. −1: there is none. */
export function takeTask(part: i32, parts: i32, tasks: i32): i32 {
  for (let ahead = 0; ahead < parts; ahead++) {
    const owner = part + ahead < parts ? part + ahead : part + ahead - parts;
    const first = (owner * tasks) / parts;
    const share = ((owner + 1) * tasks) / parts - first;
    const counter = taken + (<usize>owner << 6);
    if (atomic.load<i32>(counter) >= (ahead ? share - LEFT : share)) continue;
    const task = atomic.add<i32>(counter, 1);
    if (task < share) return first + task;
  }
  return -1;
}
