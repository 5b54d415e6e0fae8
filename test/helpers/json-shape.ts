/** What a field of a JSON line may be. */
export type Shape =
  | 'whole number'
  | 'number'
  | 'number or null'
  | 'number, or true or false'
  | 'text'
  | 'true or false'
  | {readonly oneOf: readonly string[]}
  | {readonly list: Shape; readonly length?: number}
  | {readonly object: Fields};

/** The fields of an object, each with what it means. A name that ends with ? may be missing. */
export type Fields = Readonly<Record<string, readonly [shape: Shape, meaning: string]>>;

/** One kind of line that a command writes with `--json`. */
export type LineKind = {readonly command: string; readonly when: string; readonly fields: Fields};

/** What is wrong with a value, as a path and a reason; nothing when it has the shape. */
export function faultsOf(value: unknown, shape: Shape, where: string): string[] {
  const unless = (right: boolean): string[] => (right ? [] : [`${where}: ${JSON.stringify(value)}`]);
  if (shape === 'whole number') return unless(Number.isInteger(value));
  if (shape === 'number') return unless(typeof value === 'number');
  if (shape === 'number or null') return unless(value === null || typeof value === 'number');
  if (shape === 'number, or true or false') return unless(['number', 'boolean'].includes(typeof value));
  if (shape === 'text') return unless(typeof value === 'string' && value !== '');
  if (shape === 'true or false') return unless(typeof value === 'boolean');
  if ('oneOf' in shape) return unless(shape.oneOf.includes(String(value)));
  if ('list' in shape) {
    if (!Array.isArray(value) || (shape.length !== undefined && value.length !== shape.length)) return unless(false);
    return value.flatMap((item, index) => faultsOf(item, shape.list, `${where}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return unless(false);
  const names = Object.keys(shape.object).map(name => name.replace('?', ''));
  const extra = Object.keys(value).filter(name => !names.includes(name));
  const faults = Object.entries(shape.object).flatMap(([name, [inner]]) => {
    const found = (value as Record<string, unknown>)[name.replace('?', '')];
    return name.endsWith('?') && found === undefined ? [] : faultsOf(found, inner, `${where}.${name}`);
  });
  return [...extra.map(name => `${where}: has ${name}`), ...faults];
}
