const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A horizontal bar.
 * @param share how much of it is filled, 0 to 1; what lies outside is cut off
 * @param width columns
 * @returns exactly `width` columns
 */
export function bar(share: number, width: number, unicode: boolean): string {
  const filled = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * width;
  if (!unicode) return '#'.repeat(Math.round(filled)).padEnd(width);
  const whole = Math.floor(filled + 1 / 16);
  const rest = eighths[Math.max(0, Math.min(7, Math.round((filled - whole) * 8)))];
  return `${'█'.repeat(whole)}${rest}`.padEnd(width);
}

/** As bar, with its empty part shown, for progress. */
export function progressBar(share: number, width: number, unicode: boolean): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return unicode ? '█'.repeat(filled).padEnd(width, '░') : '#'.repeat(filled).padEnd(width, '.');
}
