import {spawn} from 'node:child_process';
import type {Readable, Writable} from 'node:stream';

/** A process that gives the terminal back when this one ends without being able to: a native crash, no memory left. */
export type Guard = {
  /** Tells whether there is something to give back; of a terminal that does not read it is no crash that it is left. */
  tell(terminal: 'taken' | 'given-back' | 'left'): void;
};

/**
 * Waits on a pipe, which ends with the process that holds its other end, however that ends. The terminal is standard
 * output, opened anew, since the other process does not wait for it; its settings are those of before it was taken.
 */
const script = `
exec 4<&1
terminal=$(tty <&4 2>/dev/null) && exec 4<>"$terminal"
settings=$(stty -g <&4 2>/dev/null) && echo ready >&3
exec 3>&-
taken=given-back
while read -r state; do taken=$state; done
[ "$taken" = given-back ] && exit 0
printf '%b' "$1" >&4 && stty "$settings" <&4 || exit 1
[ "$taken" = left ] || echo "mnist-tui: $2" >&2
`;

const reason =
  'the program was ended from outside, crashed in native code, or ran out of memory; the terminal is as it was before';
/** How long in milliseconds the dashboard waits for it; it takes 5 where nothing else runs. */
const patience = 200;
const none: Guard = {tell() {}};

/**
 * Starts the guard and waits until it knows the terminal's settings. Without a shell, as on Windows, there is none.
 * @param restoring what is written to the terminal to give it back; control characters are ASCII only
 */
export function startGuard(restoring: string): Promise<Guard> {
  if (process.platform === 'win32') return Promise.resolve(none);
  return new Promise(resolve => {
    const args = ['-c', script, 'sh', restoring.replaceAll('\u001B', '\\033'), reason];
    // In a session of its own no key, stop or hang-up of the terminal reaches it.
    const child = spawn('sh', args, {stdio: ['pipe', 'inherit', 'inherit', 'pipe'], detached: true});
    const input = child.stdin as Writable;
    const ready = child.stdio[3] as Readable;
    const finish = (guard: Guard): void => {
      clearTimeout(timer);
      ready.destroy();
      child.unref();
      resolve(guard);
    };
    const timer = setTimeout(() => {
      child.kill();
      finish(none);
    }, patience);
    child.on('error', () => finish(none));
    child.on('exit', () => finish(none));
    input.on('error', () => {});
    ready.once('data', () => finish({tell: terminal => void input.write(`${terminal}\n`)}));
  });
}
