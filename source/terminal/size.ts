/** A terminal's size, in characters. */
export type Size = {readonly columns: number; readonly rows: number};

/**
 * The size of a terminal. One that does not tell, such as a serial line, has the size of LINES and COLUMNS, else 80 × 24.
 */
export function sizeOf(stream: {readonly columns?: number; readonly rows?: number}, env = process.env): Size {
  const known = (told: number | undefined, named: string | undefined, usual: number): number => {
    if (told !== undefined && told > 0) return told;
    return /^[1-9]\d{0,3}$/.test(named ?? '') ? Number(named) : usual;
  };
  return {columns: known(stream.columns, env.COLUMNS, 80), rows: known(stream.rows, env.LINES, 24)};
}
