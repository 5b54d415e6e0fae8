/** A decimal number that float32 has the same value for: six digits where they are enough, nine at most. */
export function decimal(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  // Nine digits tell any float32 from its neighbours.
  return String(Number(value.toPrecision(9)));
}
