/**
 * A sum and its parts as they are written, rounded so that what is written adds up, too: where rounding alone is in the
 * way, the parts that it moves the least are rounded the other way.
 * @param parts together the total, up to rounding errors
 */
export function roundedParts(parts: readonly number[], total: number, decimals: number): readonly number[] {
  const unit = 10 ** decimals;
  const rounded = parts.map(part => Math.round(part * unit));
  const missing = Math.round(total * unit) - rounded.reduce((sum, part) => sum + part, 0);
  const by = Math.sign(missing);
  const cheapest = parts
    .map((part, place) => ({place, left: by * (part * unit - (rounded[place] ?? 0))}))
    .sort((one, other) => other.left - one.left)
    .slice(0, Math.abs(missing));
  for (const {place} of cheapest) rounded[place] = (rounded[place] ?? 0) + by;
  return rounded.map(part => part / unit);
}

/** A part of a sum with its sign: +0.14, -0.03, +0.00; +2.9e28 where it is huge. */
export function signed(value: number, decimals = 2): string {
  const size = Math.abs(value);
  const text = size < 1e5 ? size.toFixed(decimals) : size.toExponential(1).replace('+', '');
  return value < 0 && Number(text) !== 0 ? `-${text}` : `+${text}`;
}
