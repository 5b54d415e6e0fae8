const ramps = {unicode: '▁▂▃▄▅▆▇█', ascii: '_.-=+*#@'};

/**
 * One line of a series, each column the mean of its share of the values.
 * @param values may be empty; what is not finite leaves a gap
 * @param scale what the lowest and the highest bar stand for; else the least and the greatest of the values
 * @returns at most `width` columns
 */
export function sparkline(
  values: readonly number[],
  width: number,
  unicode: boolean,
  scale?: readonly [least: number, greatest: number],
): string {
  const columns = values.length > width ? resample(values, width) : values;
  const finite = columns.filter(Number.isFinite);
  const [least, greatest] = scale ?? [Math.min(...finite), Math.max(...finite)];
  const range = greatest - least;
  const ramp = unicode ? ramps.unicode : ramps.ascii;
  return columns
    .map(value => {
      if (!Number.isFinite(value)) return ' ';
      return ramp[
        range === 0 ? 0 : Math.round(((Math.min(Math.max(value, least), greatest) - least) / range) * (ramp.length - 1))
      ];
    })
    .join('');
}

/** Fewer values: each the mean of its share of the old ones. */
function resample(values: readonly number[], length: number): number[] {
  return Array.from({length}, (_, index) => {
    const from = Math.floor((index * values.length) / length);
    const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / length));
    return values.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  });
}
