import type {EngineName} from '../../source/engines/catalogue.js';
import type {Verdict} from '../../source/engines/verdict.js';

/** What an engine came to that works, on the CPU if nothing else is said. */
export const verdict = (engine: EngineName, change: Partial<Verdict> = {}): Verdict => ({
  ...{engine, state: 'works', gpu: false, device: 'a device', detail: 'works on a device'},
  ...change,
});
