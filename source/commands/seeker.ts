import {type Neighbour, nearestByPixels, squaredNorms} from '../network/nearest.js';
import {isFound, nearestCount, type SoughtNearest, soughtNearest} from '../state/nearest.js';
import type {Beside} from './surveyor.js';

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
export function createSeeker({current, find, takeTurns}: Beside): () => void {
  let busy: {readonly sought: SoughtNearest; readonly steps: Search} | undefined;
  const advance = (): boolean => {
    const sought = soughtNearest(current());
    if (busy === undefined || sought === undefined || !isFound(busy.sought, sought)) {
      busy = undefined;
      look();
      return true;
    }
    const {done, value} = busy.steps.next();
    if (done !== true) return false;
    busy = undefined;
    find({type: 'found-nearest', found: {...sought, neighbours: value}});
    return true;
  };
  const look = (): void => {
    const state = current();
    const sought = soughtNearest(state);
    if (busy !== undefined || sought === undefined || isFound(state.nearest, sought)) return;
    busy = {sought, steps: searchFor(sought)};
    takeTurns({advance, isPatient: () => false});
  };
  return look;
}
