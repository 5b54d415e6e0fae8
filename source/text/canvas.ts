import type {Paint, Role} from './paint.js';
import type {Theme} from './theme.js';

/** A character, or some of one kind, and what it means. */
export type Sign = {readonly sign: string; readonly role: Role | undefined};

/** Characters in columns and lines, each with what it means; what is put outside is left out. */
export class Canvas {
  private readonly rows: Sign[][];

  constructor(columns: number, lines: number) {
    const blank: Sign = {sign: ' ', role: undefined};
    this.rows = Array.from({length: lines}, () => new Array<Sign>(columns).fill(blank));
  }

  /** Puts a text, a character a column, over what is there. */
  put(column: number, line: number, text: string, role?: Role): void {
    const row = this.rows[line];
    [...text].forEach((sign, place) => {
      if (row?.[column + place] !== undefined) row[column + place] = {sign, role};
    });
  }

  /** The lines without the blanks at their ends, painted. */
  lines({paint}: Theme): string[] {
    return this.rows.map(row => painted(row.slice(0, row.findLastIndex(({sign}) => sign !== ' ') + 1), paint));
  }
}

/** Signs beside each other; those that follow one another and mean the same are painted together. */
export function painted(signs: readonly Sign[], paint: Paint): string {
  const runs: {text: string; role: Role | undefined}[] = [];
  for (const {sign, role} of signs) {
    const last = runs.at(-1);
    if (last !== undefined && last.role === role) last.text += sign;
    else runs.push({text: sign, role});
  }
  return runs.map(({text, role}) => (role === undefined ? text : paint(role, text))).join('');
}
