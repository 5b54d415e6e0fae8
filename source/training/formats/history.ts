import type {EpochRecord} from '../protocol.js';

/** The figures of an epoch, in the order of the columns; docs/json.md says what each is. */
const columns = ['epoch', 'loss', 'testLoss', 'meanTrainLoss', 'meanTestLoss', 'accuracy', 'seconds'] as const;

/** The endings of a file that a history is written to. */
export const historyEndings = ['.csv', '.json'] as const;

/** Whether a path ends as a history's file does. */
export const isHistoryPath = (path: string): boolean =>
  historyEndings.some(ending => path.toLowerCase().endsWith(ending));

/** A run's history as a table or a list of objects, by the ending of the path that it is for. */
export function encodeHistory(history: readonly EpochRecord[], path: string): Uint8Array {
  const rows = history.map(record => columns.map(name => [name, record[name]] as const));
  const lines = path.toLowerCase().endsWith('.csv')
    ? [columns.join(), ...rows.map(row => row.map(([, value]) => value).join())]
    : ['[', rows.map(row => `  ${JSON.stringify(Object.fromEntries(row))}`).join(',\n'), ']'].filter(Boolean);
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Whether a file's text is a history that encodeHistory wrote. */
export function isHistory(text: string): boolean {
  if (text.split('\n', 1)[0] === columns.join()) return true;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every(record => Object.keys(record).join() === columns.join());
  } catch {
    return false;
  }
}
