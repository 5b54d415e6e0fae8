/** A digit that is taken for another so many times. */
export type Confusion = {readonly label: number; readonly answer: number; readonly count: number};

/** The digits that are most often taken for another, the most frequent first. */
export function greatestConfusions(counts: readonly number[], most: number): Confusion[] {
  return counts
    .map((count, place) => ({label: Math.floor(place / 10), answer: place % 10, count}))
    .filter(({label, answer, count}) => label !== answer && count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, most);
}
