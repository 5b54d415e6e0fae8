import type {Activation} from './activations.js';
import {inputSize} from './architecture.js';
import {type NetworkState, parameterNames, zeroParameters} from './network-state.js';
import {seededRandom} from './random.js';

/**
 * A network before its first step: weights and biases uniform in ±1/√fan_in, as PyTorch's nn.Linear starts
 * (its kaiming_uniform_ with a = √5 comes to that), moments zero.
 * @param seed the same seed gives the same weights everywhere
 */
export function initialState(hidden: number, seed: number, activation: Activation = 'relu'): NetworkState {
  const random = seededRandom(seed, 0);
  const weights = zeroParameters(hidden);
  for (const name of parameterNames) {
    const fanIn = name.startsWith('hidden') ? inputSize : hidden;
    const bound = 1 / Math.sqrt(fanIn);
    const values = weights[name];
    for (let index = 0; index < values.length; index++) values[index] = (2 * random.uniform() - 1) * bound;
  }
  return {
    hidden,
    weights: {...weights, activation},
    firstMoment: zeroParameters(hidden),
    secondMoment: zeroParameters(hidden),
    step: 0,
  };
}
