import type {Parameters} from '../../network/network-state.js';

/** What the parameters are called in the tutorial's model, an nn.Sequential, so that load_state_dict takes them. */
export const torchNames: Readonly<Record<keyof Parameters, string>> = {
  hiddenWeight: '0.weight',
  hiddenBias: '0.bias',
  outputWeight: '2.weight',
  outputBias: '2.bias',
};
