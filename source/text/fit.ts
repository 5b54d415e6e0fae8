/** The first of some texts that fits into a width; the last where none does. They say the same, ever more briefly. */
export function fit(texts: readonly [string, ...string[]], width: number): string {
  return texts.find(text => text.length <= width) ?? texts[texts.length - 1] ?? texts[0];
}
