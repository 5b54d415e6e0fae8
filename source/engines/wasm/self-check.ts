import {UserError} from '../../errors.js';
import {checkSteps, quick} from '../step-check.js';
import {createWasmEngine} from './wasm-engine.js';

/** Memory for the check alone, in pages of 64 KiB: what the engine itself reserves is left to it. */
const pages = 256;

/**
 * Checks the kernels in this process, in some ten milliseconds: they cannot bring it down, but their file can be built or
 * copied wrongly.
 * @throws UserError when they give wrong numbers
 */
export async function checkKernels(): Promise<void> {
  const engine = await createWasmEngine(1, pages);
  const difference = await checkSteps(engine, quick);
  await engine.dispose();
  if (difference === undefined) return;
  throw new UserError(
    `engine wasm: a training step gives ${difference}; its files are damaged: install mnist-tui anew`,
  );
}
