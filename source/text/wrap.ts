/**
 * Text as lines of a width, broken between words; a word that is longer than a line is broken where the line ends.
 * @param most how many lines there may be: the last of them ends in `mark`, after a whole word, when there is more
 */
export function wrap(text: string, width: number, most = Number.POSITIVE_INFINITY, mark = '...'): string[] {
  const lines: string[] = [];
  let rest = [...text.trim()];
  while (rest.length > 0) {
    if (rest.length <= width) return [...lines, rest.join('')];
    if (lines.length + 1 >= most) return [...lines, cut(rest, width, mark)];
    const end = endOf(rest, width);
    lines.push(rest.slice(0, end).join('').trimEnd());
    rest = [...rest.slice(end).join('').trimStart()];
  }
  return lines;
}

/** Signs that stay with the word that they follow. */
const followers = ['—', '%'];

/** Where a line ends: before a word, and not before a sign that follows one. */
function endOf(text: readonly string[], width: number): number {
  const last = text.lastIndexOf(' ', width);
  if (last <= 0) return width;
  const before = followers.includes(text[last + 1] ?? '') ? text.lastIndexOf(' ', last - 1) : last;
  return before > 0 ? before : last;
}

function cut(text: readonly string[], width: number, mark: string): string {
  const room = Math.max(0, width - mark.length);
  const space = text.lastIndexOf(' ', room);
  const end = space > 0 ? space : room;
  return `${text.slice(0, end).join('').trimEnd()}${mark}`;
}
