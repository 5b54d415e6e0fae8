import {messageOf} from '../../errors.js';
import {findPackage, installCommand} from '../installed.js';
import type {Verdict} from '../verdict.js';

/** The npm package that carries Dawn, and its version. */
export const packageName = 'webgpu';
const packageVersion = '0.6.2';

const hindered = {engine: 'webgpu', gpu: false} as const;

/** Whether the package is missing; undefined when it is there. */
export function diagnoseInstallation(): Verdict | undefined {
  if (findPackage(packageName) !== undefined) return undefined;
  const detail = `the npm package ${packageName} is not installed`;
  return {...hindered, state: 'absent', detail, remedy: installCommand(packageName, packageVersion)};
}

/** Why the engine could not be created. */
export function diagnoseError(error: unknown): Verdict {
  return {
    ...hindered,
    state: 'no-device',
    detail: messageOf(error),
    remedy:
      "install the GPU's driver (on Linux one for Vulkan, such as mesa-vulkan-drivers or NVIDIA's, and libvulkan1)",
  };
}
