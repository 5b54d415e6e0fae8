const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A horizontal bar.
 * @param share how much of it is filled, 0 to 1; what lies outside is cut off
 * @param width columns
 * @returns exactly `width` columns
 */
export function bar(share: number, width: number, unicode: boolean): string {
  const filled = Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share)) * width;
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

/** What a score's bar has room for: from a little below 0 to a little above 1. */
const scoreRange = {below: 0.3, above: 1.2};

/**
 * A score as a bar from a line at 0: to the right, or to the left when it is negative. There is a mark at 1; a bar that is
 * cut ends in an arrow.
 * @returns exactly `width` columns
 */
export function scoreBar(score: number, width: number, unicode: boolean): string {
  const {below, above} = scoreRange;
  const unit = (width - 1) / (below + above);
  const left = Math.round(below * unit);
  const right = Math.max(0, width - 1 - left);
  const [zero, one, toLeft, toRight, block, half] = unicode
    ? ['│', '┊', '‹', '›', '█', '▐']
    : ['|', ':', '<', '>', '#', ''];
  const filled = Math.max(0, -score) * unit;
  const halves = Math.round(2 * Math.min(left, Number.isNaN(filled) ? 0 : filled));
  const negative = `${half !== '' && halves % 2 === 1 ? half : ''}${block.repeat(Math.floor(halves / 2))}`.padStart(
    left,
  );
  const positive = [...bar((score * unit) / Math.max(1, right), right, unicode)];
  const at = Math.round(unit) - 1;
  if (positive[at] === ' ') positive[at] = one;
  if (score * unit > right && right > 0) positive[right - 1] = toRight;
  const isCut = filled > left && left > 0;
  return `${isCut ? `${toLeft}${negative.slice(1)}` : negative}${zero}${positive.join('')}`.slice(0, width);
}
