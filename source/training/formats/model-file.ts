import {type Checkpoint, decodeCheckpoint} from './checkpoint.js';
import {decodeSafetensors, isSafetensors} from './safetensors.js';

/**
 * Reads what `--model` names, by what is in it and whatever its name: a checkpoint, or weights alone as .npz or
 * .safetensors.
 * @param file names it in error messages
 * @throws UserError as the reader of its form
 */
export function decodeModel(bytes: Uint8Array, file: string): Checkpoint {
  return isSafetensors(bytes) ? decodeSafetensors(bytes, file) : decodeCheckpoint(bytes, file);
}
