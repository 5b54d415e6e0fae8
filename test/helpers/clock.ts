import type {TestContext} from 'node:test';

/** Time that passes only when a test says so, for timers and for performance.now alike. */
export type Clock = {
  /** Lets milliseconds pass, one at a time. */
  advance(milliseconds: number): void;
  readonly now: () => number;
  /** How many timers are waiting to run. */
  readonly waiting: () => number;
};

/** Takes over the clock for the rest of a test. */
export function fakeClock({mock}: TestContext): Clock {
  let now = 1000;
  mock.method(performance, 'now', () => now);
  mock.timers.enable({apis: ['setTimeout']});
  const pending = new Set<unknown>();
  const {setTimeout: set, clearTimeout: clear} = globalThis;
  mock.method(globalThis, 'setTimeout', (callback: () => void, delay: number) => {
    const timer = set(() => {
      pending.delete(timer);
      callback();
    }, delay);
    pending.add(timer);
    return timer;
  });
  mock.method(globalThis, 'clearTimeout', (timer: NodeJS.Timeout | undefined) => {
    pending.delete(timer);
    clear(timer);
  });
  return {
    advance(milliseconds) {
      for (let passed = 0; passed < milliseconds; passed++) {
        now++;
        mock.timers.tick(1);
      }
    },
    now: () => now,
    waiting: () => pending.size,
  };
}
