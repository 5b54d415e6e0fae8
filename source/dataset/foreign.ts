import path from 'node:path';
import zlib from 'node:zlib';

/** The way out for whoever has the arrays in Python. */
const savez = "save its arrays with numpy.savez('mnist.npz', x_train=..., y_train=..., x_test=..., y_test=...)";

/** A kind of file that is not taken. */
type Kind = {
  readonly what: string;
  /** One way out. */
  readonly help: string;
  /** The first 512 bytes, as Latin-1. */
  readonly begins?: RegExp;
  readonly name?: RegExp;
};

const kinds = {
  matlab73: {what: 'a MATLAB 7.3 file', help: `read it with h5py and ${savez}`, begins: /^MATLAB 7\.3 MAT/},
  matlab: {
    what: 'a MATLAB file',
    help: `read it with scipy.io.loadmat and ${savez}`,
    begins: /^MATLAB 5\.0 MAT/,
    name: /\.mat$/i,
  },
  hdf5: {
    what: 'an HDF5 file',
    help: `read it with h5py and ${savez}`,
    begins: /^\x89HDF\r\n/,
    name: /\.(h5|hdf5)$/i,
  },
  parquet: {
    what: 'a Parquet file',
    help: `read it with pandas and ${savez}`,
    begins: /^PAR1/,
    name: /\.parquet$/i,
  },
  arrow: {
    what: 'an Arrow file',
    help: `read it with pyarrow and ${savez}`,
    begins: /^ARROW1/,
    name: /\.(arrow|feather)$/i,
  },
  safetensors: {
    what: 'a safetensors file',
    help: `read it with safetensors.numpy and ${savez}`,
    begins: /^[\s\S]{3,6}\0{2,5}\{ *"/,
    name: /\.safetensors$/i,
  },
  tar: {
    what: 'a tar archive',
    help: 'unpack it and give the folder',
    begins: /^[\s\S]{257}ustar/,
    name: /\.(tar|tgz)$|\.tar\.\w+$/i,
  },
  picture: {
    what: 'a picture',
    help: `a dataset has its pictures as arrays: ${savez}`,
    begins: /^(\x89PNG|\xff\xd8\xff|GIF8|BM[\s\S]{4}\0{4}|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/,
    name: /\.(png|jpe?g|gif|bmp|tiff?|webp)$/i,
  },
  idx: {
    what: 'one IDX file alone',
    help: 'give its folder, if all four are there',
    begins: /^\0\0[\b]\p{Cc}/u,
    name: /idx[1-4][-_]u?byte(\.gz)?$/i,
  },
  npy: {
    what: 'one NumPy array alone',
    help: 'give its folder, if x_train.npy, y_train.npy, x_test.npy and y_test.npy are there',
    begins: /^\x93NUMPY/,
    name: /\.npy$/i,
  },
  pickle: {
    what: 'a Python pickle, which is never opened, since it may run any code',
    help: `if you trust it, load it in Python and ${savez}`,
    begins: /^\x80\p{Cc}/u,
    name: /\.(pkl|pickle|pt|pth)(\.\w+)?$/i,
  },
  archive: {
    what: 'a packed file of a kind that is not read',
    help: 'unpack it first',
    begins: /^(7z\xbc\xaf|Rar!|\xfd7zXZ|BZh|\x28\xb5\x2f\xfd)/,
    name: /\.(7z|rar|xz|bz2|zst)$/i,
  },
  csv: {
    what: 'a CSV file by its content',
    help: 'name it mnist_train.csv, and the test images mnist_test.csv beside it',
    begins: /^"?(\d{1,3}"?[,;\t]){9}|^"?label"?[,;\t]/i,
    name: /\.csv\.\w+$/i,
  },
} as const satisfies Readonly<Record<string, Kind>>;

const all: readonly Kind[] = Object.values(kinds);

/** What a file is that is no dataset, and one way out, by its content and else by its name. */
export function describeForeign(bytes: Uint8Array, file: string): string {
  if (bytes.length === 0) return 'the file is empty; wanted an .npz archive';
  const content = unzipped(bytes);
  const start = Buffer.from((content ?? bytes).subarray(0, 512)).toString('latin1');
  const kind = all.find(({begins}) => begins?.test(start)) ?? all.find(({name}) => name?.test(file));
  const gzip = content === undefined ? '' : 'gzip, and in it ';
  if (kind === kinds.idx || kind === kinds.npy) {
    return `${gzip}${kind.what}; ${kind.help.replace('folder', `folder ${path.resolve(path.dirname(file))}`)}`;
  }
  if (kind !== undefined) return `${gzip}${kind.what}; ${kind.help}`;
  if (content !== undefined)
    return 'a gzip file that holds no dataset; wanted an .npz archive or a folder of IDX files';
  return `not an .npz archive: it starts with ${JSON.stringify(start.slice(0, 12))}, wanted "PK"`;
}

/** The same for the names of files in a folder: of the known kinds the first that is there; undefined if none is. */
export function describeForeignNames(names: readonly string[]): string | undefined {
  for (const {what, help, name} of all) {
    const found = names.filter(each => name?.test(each));
    if (found[0] === undefined) continue;
    const more = found.length > 1 ? `, as are ${(found.length - 1).toLocaleString('en-US')} more` : '';
    return `${found[0]} is ${what}${more}; ${help}`;
  }
  return undefined;
}

/** What to do with a zip archive that has no arrays of a dataset. */
export function adviceForZip(names: readonly string[]): string {
  const some = (kind: Kind): boolean => names.some(name => kind.name?.test(name));
  if (some(kinds.pickle)) return '; it holds a pickle, which is never opened; save its arrays with numpy.savez';
  if (some(kinds.picture)) return '; pictures have to become arrays first, with numpy.savez';
  if (some(kinds.idx) || names.some(name => /\.(csv|npz)$/i.test(name))) return '; unpack it and give the folder';
  return '';
}

/** The first bytes within a gzip file, or undefined for another. */
function unzipped(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return undefined;
  try {
    return zlib.gunzipSync(bytes.subarray(0, 4096), {finishFlush: zlib.constants.Z_SYNC_FLUSH});
  } catch {
    return new Uint8Array();
  }
}
