import {exitCodes} from '../exit-codes.js';

const reasons: Readonly<Record<string, string>> = {
  EPIPE: 'its reader has closed it',
  ENOSPC: 'no space left',
  EBADF: 'it is not open for writing',
};

/**
 * Watches standard output: when it can no longer be written, one line on standard error says so.
 * @param then `exit` when the output is all that a command is for; `go on` when it has weights to save
 * @returns whether that has happened
 */
export function watchOutput(
  output: NodeJS.WriteStream,
  errors: NodeJS.WriteStream,
  then: 'exit' | 'go on',
): () => boolean {
  let broken = false;
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (broken) return;
    broken = true;
    const consequence = then === 'go on' ? '; training goes on, for its weights' : '';
    errors.write(`mnist-tui: standard output: ${reasons[error.code ?? ''] ?? error.message}${consequence}\n`);
    if (then === 'exit') process.exit(exitCodes.failed);
  });
  return () => broken;
}
