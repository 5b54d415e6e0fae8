/** The shortest decimal number that a reader of float32 takes for the same value. */
export function decimal(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  // Nine digits tell any float32 from its neighbours.
  return String(Number(value.toPrecision(9)));
}
