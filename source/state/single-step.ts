import type {Snapshot} from '../network/adam-trace.js';
import type {TrainingEvent} from '../training/protocol.js';

type NetworkEvent = Extract<TrainingEvent, {type: 'network'}>;

/** A step that was taken alone: its number, counted from 1, and the network on both sides of it. */
export type SingleStep = {readonly step: number; readonly before: Snapshot; readonly after: Snapshot};

/** The single step that has led to a network; none where what the optimiser remembers is not known on both sides. */
export function stepBy(
  {network, stepped}: {readonly network: NetworkEvent | undefined; readonly stepped: SingleStep | undefined},
  event: NetworkEvent,
): SingleStep | undefined {
  const [before, after] = [snapshotOf(network), snapshotOf(event)];
  if (after === undefined) return undefined;
  if (network?.step === event.step) return stepped;
  return before !== undefined && network?.step === event.step - 1 ? {step: event.step, before, after} : undefined;
}

const snapshotOf = (network: NetworkEvent | undefined): Snapshot | undefined =>
  network?.optimiser && {weights: network.weights, ...network.optimiser};
