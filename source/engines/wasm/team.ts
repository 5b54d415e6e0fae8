import {Worker} from 'node:worker_threads';
import {addressNames, type Kernels} from './kernels.js';

/** What a call on the other threads is: which function, or the end. */
export const callKinds = {train: 0, score: 1, end: 2} as const;

/** Where a call's fields lie, in words from the kernels' `call` on. */
export const callFields = {kind: 0, parts: 1, arguments: 2, addresses: 6} as const;

/** What a helping thread is started with. */
export type TeamMember = {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Its part: 1, 2, …; part 0 is the thread that makes the call. */
  readonly part: number;
};

/** A kernel that all threads run, how many they are, and what the kernel is given besides. */
type TeamCall =
  | [kind: 'train', parts: number, given: [steps: number, batchSize: number]]
  | [kind: 'score', parts: number, given: [count: number, starts: number, entries: number, result: number]];

/**
 * The threads that compute together. Between calls the helpers sleep on the shared memory and use no time; a call wakes
 * them with one atomic addition, does its own part, and ends when all parts have met at the kernels' last barrier.
 */
export class Team {
  private readonly workers: Worker[] = [];
  private readonly ready: Promise<void>[] = [];

  constructor(
    private readonly kernels: Kernels,
    private readonly module: WebAssembly.Module,
    private readonly memory: WebAssembly.Memory,
  ) {}

  /** Makes sure that so many threads, the calling one included, are there and ready. */
  async grow(threads: number): Promise<void> {
    const {module, memory, ready} = this;
    while (this.workers.length < threads - 1) {
      const member: TeamMember = {module, memory, part: this.workers.length + 1};
      const worker = new Worker(new URL('./team-member.js', import.meta.url), {workerData: member});
      ready.push(
        new Promise<void>((resolve, reject) => {
          worker.once('message', () => {
            // A helper that sleeps is no reason for the process to stay.
            worker.unref();
            resolve();
          });
          worker.once('error', reject);
        }),
      );
      this.workers.push(worker);
    }
    await Promise.all(ready);
  }

  /** Runs train or score with `parts` threads and returns when it is done. */
  run(...[kind, parts, given]: TeamCall): void {
    if (parts > 1) this.call(callKinds[kind], parts, given);
    if (kind === 'train') this.kernels.train(0, parts, ...given);
    else this.kernels.score(0, parts, ...given);
  }

  /** Ends the helping threads. */
  async end(): Promise<void> {
    this.call(callKinds.end, 0, []);
    await Promise.all(this.workers.map(worker => worker.terminate()));
    this.workers.length = 0;
    this.ready.length = 0;
  }

  private call(kind: number, parts: number, given: readonly number[]): void {
    const {kernels} = this;
    const words = new Int32Array(this.memory.buffer);
    const at = kernels.call.value / 4;
    words[at + callFields.kind] = kind;
    words[at + callFields.parts] = parts;
    words.set(given, at + callFields.arguments);
    words.set(
      addressNames.map(name => kernels[name].value),
      at + callFields.addresses,
    );
    Atomics.add(words, kernels.generation.value / 4, 1);
    Atomics.notify(words, kernels.generation.value / 4);
  }
}
