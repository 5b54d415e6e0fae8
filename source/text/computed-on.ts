import type {ComputedOn} from '../training/run-path.js';
import {count, enginePlace} from './format.js';

/** What computed a run, `wasm on CPU, 2 threads`, one after the other; undefined where that is not known. */
export function computedText(path: readonly ComputedOn[] | undefined): string | undefined {
  const [first] = path ?? [];
  if (path === undefined || first === undefined) return undefined;
  const texts = path.map(({engine, device, threads}, place) => {
    const next = path[place + 1];
    return `${enginePlace(engine, device, threads)}${next === undefined ? '' : ` to step ${count(next.from)}`}`;
  });
  // A file of old does not say what computed it, but what goes on with it does.
  return [...(first.from === 0 ? [] : [`not known to step ${count(first.from)}`]), ...texts].join('; then ');
}
