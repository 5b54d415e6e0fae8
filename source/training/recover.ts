import type {NetworkState} from '../network/network-state.js';
import type {CurrentEngine} from './current-engine.js';
import {faultOf} from './fault.js';
import type {Lane} from './lane.js';
import type {TrainingEvent} from './protocol.js';
import type {WeightsSender} from './weights-sender.js';

/**
 * Tells of an error, and sees to it that there is an engine that works: where the present one has lost the network, the
 * dependable one takes its place, with the network that the lane has kept.
 * @returns the network that the engine has
 */
export async function recovered(
  error: unknown,
  lane: Lane,
  engine: CurrentEngine,
  weights: WeightsSender,
  tell: (event: TrainingEvent) => void,
): Promise<NetworkState> {
  const state = await engine.now.getState().catch(() => undefined);
  if (state !== undefined) {
    lane.step = state.step;
    tell({type: 'warning', what: 'fault', ...faultOf(error)});
    return state;
  }
  const kept = lane.goBack();
  await engine.fallBack(kept, error);
  weights.forget();
  return kept;
}
