import {encodeNpy} from '../../../dataset/npy.js';
import {packNpz} from '../../../dataset/npz.js';
import {parameterNames, parameterShapes} from '../../../network/network-state.js';
import type {TrainedNetwork} from '../kind.js';
import {encodeText} from '../npy-scalars.js';
import {formerSettings} from '../run-info.js';
import {torchNames} from '../torch-names.js';

/**
 * Weights alone as an .npz file: four arrays under PyTorch's names. What is not as in the tutorial stands beside them as
 * a text, `activation` or `loss`; a network of the tutorial's has none, so that load_state_dict takes all of the file.
 */
export function encodeNpz({weights, loss}: TrainedNetwork): Uint8Array {
  const shapes = parameterShapes(weights.hiddenBias.length);
  const arrays = parameterNames.map(
    name => [`${torchNames[name]}.npy`, encodeNpy(weights[name], shapes[name])] as const,
  );
  const words = Object.entries({activation: weights.activation, loss})
    .filter(([name, word]) => word !== formerSettings[name as 'activation' | 'loss'])
    .map(([name, word]) => [`${name}.npy`, encodeText(word)] as const);
  return packNpz(Object.fromEntries([...arrays, ...words]), 0);
}
