import {parameterNames} from '../network/network-state.js';
import type {Moment} from '../training/protocol.js';
import {leastMissed} from '../training/step-scale.js';

/** A run's moments, by their steps. */
export type Timeline = readonly Moment[];

/** At most so many moments, and so many bytes of weights, whichever is less. */
const most = {moments: 64, bytes: 32 * 2 ** 20};

/**
 * The timeline with one more moment, or with a better known one in the place of one of the same step.
 * @param share how many runs have to do with the room
 */
export function withMoment(timeline: Timeline, moment: Moment, share = 1): Timeline {
  const others = timeline.filter(({step}) => step !== moment.step);
  const all = [...others, moment].toSorted((one, other) => one.step - other.step);
  return isFull(all, share) ? thinned(all) : all;
}

/** The timeline up to a step: of a run that has gone back. */
export const upTo = (timeline: Timeline, last: number): Timeline => timeline.filter(({step}) => step <= last);

function isFull(timeline: Timeline, share: number): boolean {
  const bytes = timeline.reduce(
    (sum, {weights}) => sum + parameterNames.reduce((all, name) => all + weights[name].byteLength, 0),
    0,
  );
  return timeline.length > most.moments / share || bytes > most.bytes / share;
}

/** Without the moment that is missed the least: never the first, the last or the best. */
function thinned(timeline: Timeline): Timeline {
  const accuracies = timeline.map(({found}) => found?.accuracy ?? 0);
  const best = accuracies.indexOf(Math.max(...accuracies));
  const least = leastMissed(
    timeline.map(({step}) => step),
    best,
  );
  return least === undefined ? timeline : timeline.toSpliced(least, 1);
}
