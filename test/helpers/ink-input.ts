import {PassThrough} from 'node:stream';
import {render, Text, useInput} from 'ink';
import {createElement, type ReactElement} from 'react';
import {keyNames} from '../../source/ui/keymap.js';

/** A key of no meaning that marks the end. */
const endKey = '|';

function Probe({onKeys}: {readonly onKeys: (names: readonly string[]) => void}): ReactElement {
  useInput((input, key) => onKeys(keyNames(input, key)));
  return createElement(Text, null, 'probe');
}

/**
 * The names of the keys that a terminal sends as one chunk of bytes, read by Ink as in the dashboard.
 * @param count how many keys to wait for before the end is marked; those that come without are there too
 */
export async function keysOf(chunk: string, count: number): Promise<string[]> {
  const names: string[] = [];
  let onKey = (): void => {};
  const until = (condition: () => boolean): Promise<void> =>
    new Promise(resolve => {
      onKey = () => {
        if (condition()) resolve();
      };
      onKey();
    });

  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  const stdout = Object.assign(new PassThrough(), {columns: 80, rows: 24});
  stdout.resume();
  const onKeys = (more: readonly string[]): void => {
    names.push(...more);
    onKey();
  };
  const {unmount} = render(createElement(Probe, {onKeys}), {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  try {
    stdin.write(chunk);
    await until(() => names.length >= count);
    stdin.write(endKey);
    await until(() => names.at(-1) === endKey);
    return names.slice(0, -1);
  } finally {
    unmount();
  }
}
