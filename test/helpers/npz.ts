import {zipSync} from 'fflate';

/** How an .npy file differs from the plainest form. */
export type NpyForm = {
  readonly fortran?: boolean;
  readonly version?: 1 | 2 | 3;
  /** The header's text instead of the one that describes the array. */
  readonly header?: string;
};

/** An .npy file, put together by hand from NumPy's description of the format. */
export function npyFile(descr: string, shape: readonly number[], body: Uint8Array, form: NpyForm = {}): Uint8Array {
  const {fortran = false, version = 1} = form;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const order = fortran ? 'True' : 'False';
  const header = `${form.header ?? `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${tuple}, }`}\n`;
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(header.length);
  else length.writeUInt32LE(header.length);
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from('NUMPY'),
    Buffer.from([version, 0]),
    length,
    Buffer.from(header, 'latin1'),
    body,
  ]);
}

/** The bytes of numbers written one after the other by a DataView's method. */
export function numberBytes(
  values: readonly number[],
  size: number,
  write: (view: DataView, offset: number, value: number) => void,
): Uint8Array {
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    write(view, index * size, value);
  });
  return bytes;
}

/** An .npz file: a zip archive, not compressed. */
export function npzFile(members: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({...members}, {level: 0});
}
