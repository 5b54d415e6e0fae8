/** What a field of a message can hold: a whole number, a text, bytes, or another message's fields. */
type Value = number | string | Uint8Array;

/** One field: its number in the message's definition, and its value. */
export type Field = readonly [number: number, value: Value];

/**
 * A message of Protocol Buffers as bytes (protobuf.dev/programming-guides/encoding). A field is its number with the kind
 * of its value, then the value: whole numbers as varints, all else with its length before it.
 * @param fields in the order of their numbers, a repeated one several times
 */
export function message(...fields: readonly Field[]): Uint8Array {
  const parts = fields.map(([number, value]) => {
    if (typeof value === 'number') return Buffer.concat([varint(number << 3), varint(value)]);
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
  });
  return Buffer.concat(parts);
}

/** A whole number of at least 0 in groups of seven bits, the lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.from([...bytes, rest]);
}
