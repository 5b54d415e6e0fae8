import {type Neighbour, nearestByPixels, squaredNorms} from '../network/nearest.js';
import {isFound, nearestCount, type SoughtNearest, soughtNearest} from '../state/nearest.js';
import type {Store} from '../state/store.js';

/** How long in milliseconds the screen's thread works at it before keys and frames have their turn. */
const portion = 6;

type Search = Generator<undefined, readonly Neighbour[], void>;

/** The norms of a train split, or what finds them: they are the same for every digit, and found only once. */
const known = new WeakMap<Uint8Array, {steps: ReturnType<typeof squaredNorms>; norms: Uint32Array | undefined}>();

function* searchFor({pixels, images, self}: SoughtNearest): Search {
  const own = known.get(images) ?? {steps: squaredNorms(images), norms: undefined};
  known.set(images, own);
  while (own.norms === undefined) {
    const {done, value} = own.steps.next();
    if (done) own.norms = value;
    else yield;
  }
  return yield* nearestByPixels(pixels, images, own.norms, nearestCount, self);
}

/**
 * Makes the function that is told of every state and looks for the nearest digits that the state wants, a little at a
 * time; another digit that is wanted meanwhile takes the place of the one before.
 */
export function createSeeker(store: Pick<Store, 'current' | 'act'>): () => void {
  let busy: {readonly sought: SoughtNearest; readonly steps: Search} | undefined;
  const goOn = (): void => {
    const sought = soughtNearest(store.current());
    if (busy === undefined || sought === undefined || !isFound(busy.sought, sought)) {
      busy = undefined;
      look();
      return;
    }
    const until = performance.now() + portion;
    while (performance.now() < until) {
      const {done, value} = busy.steps.next();
      if (!done) continue;
      busy = undefined;
      store.act({type: 'found-nearest', found: {...sought, neighbours: value}});
      return;
    }
    setImmediate(goOn);
  };
  const look = (): void => {
    const state = store.current();
    const sought = soughtNearest(state);
    if (busy !== undefined || sought === undefined || isFound(state.nearest, sought)) return;
    busy = {sought, steps: searchFor(sought)};
    setImmediate(goOn);
  };
  return look;
}
