/**
 * Numbers rounded so that what is shown adds up: all are rounded down, and those that lose most are rounded up until the
 * sum is the rounded sum (the method of the largest remainder).
 * @param decimals digits behind the point
 * @returns whole numbers of the last digit: 0.73 is 73 with two decimals; `sum` is what they add up to
 */
export function roundedSum(values: readonly number[], decimals: number): {parts: number[]; sum: number} {
  const unit = 10 ** decimals;
  const exact = values.map(value => value * unit);
  const sum = Math.round(exact.reduce((all, value) => all + value, 0));
  const parts = exact.map(Math.floor);
  const missing = sum - parts.reduce((all, value) => all + value, 0);
  const order = exact
    .map((value, place) => ({place, rest: value - Math.floor(value)}))
    .sort((one, other) => other.rest - one.rest);
  for (const {place} of order.slice(0, missing)) parts[place] = (parts[place] ?? 0) + 1;
  return {parts, sum: sum + 0};
}

/** A whole number of hundredths with its sign: `+0.73`, `-0.11`, `0.00`. */
export function signedHundredths(value: number): string {
  return value === 0 ? '0.00' : `${value > 0 ? '+' : '-'}${(Math.abs(value) / 100).toFixed(2)}`;
}
