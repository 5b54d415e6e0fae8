import {messageOf} from '../../errors.js';
import type {Hindrance} from '../verdict.js';

/** Why the engine could not be created. */
export function explainError(error: unknown): Hindrance {
  return {
    state: 'no-device',
    detail: messageOf(error),
    remedy:
      "install the GPU's driver (on Linux one for Vulkan, such as mesa-vulkan-drivers or NVIDIA's, and libvulkan1)",
  };
}
