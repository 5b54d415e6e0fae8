import zlib from 'node:zlib';
import {UserError} from '../../errors.js';
import {findKept, keep} from '../kept.js';
import {checkSteps, quick} from '../step-check.js';
import {readKernels} from './kernels.js';
import {createWasmEngine} from './wasm-engine.js';

/** Memory for the check alone, in pages of 64 KiB: what the engine itself reserves is left to it. */
const pages = 256;
const name = 'wasm-works';

/**
 * Checks the kernels in this process, in some tens of milliseconds: they cannot bring it down, but their file can be built
 * or copied wrongly. The same bytes are checked once on a machine.
 * @throws UserError when they give wrong numbers
 */
export async function checkKernels(): Promise<void> {
  const facts = [zlib.crc32(await readKernels())];
  if ((await findKept(name, facts)) === true) return;
  const engine = await createWasmEngine(1, pages);
  const difference = await checkSteps(engine, quick);
  await engine.dispose();
  if (difference === undefined) return keep(name, true, facts);
  throw new UserError(
    `engine wasm: a training step gives ${difference}; its files are damaged: install mnist-tui anew`,
  );
}
