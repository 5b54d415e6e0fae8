import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../errors.js';
import type {Split} from './dataset.js';
import {type ByRole, complete, type Group, groupsOf, idxRoleOf, type Role, roleOf} from './names.js';

/** Where a dataset lies: in one .npz archive, or in files of one kind, an array each; of CSV files a split each. */
export type Location =
  | {readonly npz: string}
  | {readonly idx: ByRole<string>}
  | {readonly npy: ByRole<string>}
  | {readonly npzs: ByRole<string>}
  | {readonly csv: Readonly<Record<Split, string>>};

/** A dataset that was found, and what to give as `--data` for it alone. */
export type Candidate = {readonly location: Location; readonly give: string; readonly note?: string};

/** The forms in which a dataset lies in a folder; the first that is there counts. */
const forms: readonly {
  readonly extension: RegExp;
  role(file: string): Role | undefined;
  locate(group: Group<string>): Location | undefined;
}[] = [
  {
    extension: /ubyte(\.gz)?$/i,
    role: idxRoleOf,
    locate(group) {
      const idx = complete(group);
      return idx && {idx};
    },
  },
  {
    extension: /\.npy$/i,
    role: file => roleOf(stem(file)),
    locate(group) {
      const npy = complete(group);
      return npy && {npy};
    },
  },
  {
    extension: /\.npz$/i,
    role: file => roleOf(stem(file)),
    locate(group) {
      const npzs = complete(group);
      return npzs && {npzs};
    },
  },
  {
    extension: /\.csv$/i,
    role: file => roleOf(stem(file)),
    locate({train, test}) {
      const {both: first} = train ?? {};
      const {both: second} = test ?? {};
      return first === undefined || second === undefined ? undefined : {csv: {train: first, test: second}};
    },
  },
];

const stem = (file: string): string => path.basename(file, path.extname(file));

/** Those that have ten classes beside relatives that have more, the larger first. */
const tenClasses = ['emnist-digits', 'emnist-mnist', 'kmnist'];

/**
 * The datasets among the files of one folder.
 * @param beginning only those whose files' names begin so, such as `emnist-mnist`
 */
export function candidatesIn(folder: string, files: readonly string[], beginning?: string): Candidate[] {
  for (const form of forms) {
    // A raw file before the same one gzipped, a file of the folder before one that was lent to it.
    const ranked = files
      .filter(file => form.extension.test(file))
      .sort((a, b) => depth(a) - depth(b) || Number(a.endsWith('.gz')) - Number(b.endsWith('.gz')));
    const found = [...groupsOf(ranked, form.role)].flatMap(([rest, group]) => {
      const location = form.locate(group);
      return location === undefined ? [] : [{rest, location}];
    });
    if (beginning !== undefined) {
      const wanted = found.find(({rest}) => rest === beginning.toLowerCase());
      if (wanted !== undefined) return [{location: wanted.location, give: path.join(folder, beginning)}];
      continue;
    }
    const several = found.map(({rest, location}) => ({location, rest, give: path.join(folder, rest)}));
    const plain = several.find(({rest}) => rest === '');
    if (plain !== undefined) return [{...plain, give: folder}];
    const ten = tenClasses.flatMap(name => several.filter(({rest}) => rest === name));
    if (ten[0] !== undefined) return [{...ten[0], ...noteOf(ten.map(({give}) => give))}];
    if (several.length === 1 && several[0] !== undefined) return [{...several[0], give: folder}];
    if (several.length > 1) return several;
  }
  return beginning === undefined ? archivesIn(files) : [];
}

const depth = (file: string): number => file.split(path.sep).length;

function noteOf([taken, other]: readonly string[]): {note?: string} {
  if (taken === undefined || other === undefined) return {};
  return {note: `${path.basename(taken)} is taken of several; --data ${other} takes the other`};
}

/** Archives that may be a whole dataset each: mnist.npz, or all. */
function archivesIn(files: readonly string[]): Candidate[] {
  const archives = files.filter(file => /\.npz$/i.test(file));
  const obvious = archives.filter(file => path.basename(file).toLowerCase() === 'mnist.npz');
  return (obvious.length > 0 ? obvious : archives).map(npz => ({location: {npz}, give: npz}));
}

/**
 * The pair that a CSV file belongs to, by its name: mnist_train.csv and mnist_test.csv.
 * @throws UserError when the other is not there
 */
export async function csvPair(file: string): Promise<Location> {
  const folder = path.dirname(file);
  const own = roleOf(stem(file));
  const names = await readdir(folder).catch(() => []);
  const files = names.filter(name => /\.csv$/i.test(name)).map(name => path.join(folder, name));
  const other = files.find(each => {
    const role = roleOf(stem(each));
    return role !== undefined && role.kind === own?.kind && role.rest === own?.rest && role.split !== own.split;
  });
  if (own !== undefined && other !== undefined) {
    return {csv: own.split === 'train' ? {train: file, test: other} : {train: other, test: file}};
  }
  throw new UserError(
    `${file}: a dataset has two CSV files, train and test, and the other is not beside it; hold back a sixth of the rows for it, and name them mnist_train.csv and mnist_test.csv`,
  );
}
