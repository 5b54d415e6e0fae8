import assert from 'node:assert/strict';

/** A control sequence, its parameters and its final letter, or any one character. */
const csi = '\u001B[';
const tokens = new RegExp(`${csi.replace('[', '\\[')}([?\\d;]*)([A-Za-z])|.`, 'gsu');

/**
 * What xterm and the Linux console make of some output: after a character in the last column the cursor stays on it,
 * and `erase to the end of the line` erases it too. The emulator @xterm/headless has the cursor beyond it.
 */
export function asXtermShows(output: string, columns: number, rows: number): string[] {
  const blank = (): string[][] => Array.from({length: rows}, () => new Array<string>(columns).fill(' '));
  let cells = blank();
  let [row, column, wrapPending] = [0, 0, false];
  for (const [token, parameters, final] of output.matchAll(tokens)) {
    if (final === undefined) {
      assert.ok(!wrapPending, 'a line wraps');
      cells[row][column] = token;
      wrapPending = column === columns - 1;
      if (!wrapPending) column++;
    } else if (final === 'H') {
      [row, column] = parameters.split(';').map(number => Number(number) - 1);
      wrapPending = false;
    } else if (final === 'K') {
      const from = parameters === '2' ? 0 : column;
      cells[row].fill(' ', from);
      wrapPending = false;
    } else if (final === 'J') {
      cells = blank();
    }
  }
  return cells.map(line => line.join(''));
}
