/** What a colour means; without colours the text alone has to say it. */
export type Role = 'title' | 'accent' | 'good' | 'bad' | 'train' | 'test' | 'limit' | 'dim' | 'inverse';

/** Wraps text in the escape codes of a role, or leaves it as it is. */
export type Paint = (role: Role, text: string) => string;

const codes: Readonly<Record<Role, readonly [number, number]>> = {
  title: [1, 22],
  accent: [36, 39],
  good: [32, 39],
  bad: [31, 39],
  train: [36, 39],
  test: [33, 39],
  limit: [35, 39],
  dim: [2, 22],
  inverse: [7, 27],
};

/** Paints with colours, or not at all. */
export function createPaint(colors: boolean): Paint {
  if (!colors) return (_, text) => text;
  return (role, text) => (text === '' ? '' : `\u001B[${codes[role][0]}m${text}\u001B[${codes[role][1]}m`);
}
