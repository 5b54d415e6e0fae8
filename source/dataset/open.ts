import path from 'node:path';
import {listed, UserError} from '../errors.js';
import {inputSize} from '../network/architecture.js';
import type {Location} from './candidates.js';
import {parseCsv} from './csv.js';
import type {Split} from './dataset.js';
import {adviceForZip} from './foreign.js';
import {openIdx} from './idx.js';
import {type ByRole, complete, groupsOf, roleOf} from './names.js';
import {checkLength, parseNpy, parseNpyHeader} from './npy.js';
import {inMemory, type StoredArray} from './numbers.js';
import {readData} from './read-file.js';
import {engineBytes, openZip, type Zip, type ZipMember} from './zip.js';

/** The arrays of one split, their headers read. */
export type SplitArrays = {readonly images: StoredArray; readonly labels: StoredArray};

/** Opens a dataset: gives what reads the arrays of a split. */
export async function openDataset(location: Location): Promise<(split: Split) => Promise<SplitArrays>> {
  if ('npz' in location) return openArchive(location.npz);
  if ('csv' in location) return async split => parseCsv(await readData(location.csv[split]), location.csv[split]);
  if ('idx' in location) return each(location.idx, idxArray);
  if ('npy' in location) return each(location.npy, npyArray);
  return each(location.npzs, async file => {
    const zip = openZip(await readData(file), file);
    const [array, ...others] = zip.members.filter(isArray);
    if (array !== undefined && others.length === 0) return memberArray(zip, array, file);
    throw new UserError(`${file}: has ${listed(zip.members.map(nameOf)) || 'no arrays'}; wanted one array`);
  });
}

/** Reads the two files of a split. */
const each =
  (files: ByRole<string>, read: (file: string, kind: 'images' | 'labels') => Promise<StoredArray>) =>
  async (split: Split): Promise<SplitArrays> => ({
    images: await read(files[split].images, 'images'),
    labels: await read(files[split].labels, 'labels'),
  });

async function idxArray(file: string, kind: 'images' | 'labels'): Promise<StoredArray> {
  const {shape, data} = openIdx(await readData(file), kind, file);
  return {where: file, dtype: '|u1', fortranOrder: false, shape, ...inMemory(data)};
}

async function npyArray(file: string): Promise<StoredArray> {
  const {data, ...header} = parseNpy(await readData(file), file);
  return {where: file, ...header, ...inMemory(() => data)};
}

const wanted = ['x_train', 'y_train', 'x_test', 'y_test'];

const isArray = ({name}: ZipMember): boolean => !/(^|\/)(__MACOSX\/|\._)/.test(name) && !name.endsWith('/');

/** A member's name without folder and extension. */
const nameOf = ({name}: ZipMember): string => path.posix.basename(name).replace(/\.npy$/i, '');

async function openArchive(file: string): Promise<(split: Split) => Promise<SplitArrays>> {
  const zip = openZip(await readData(file), file);
  const arrays = zip.members.filter(isArray);
  const inFolders = new Map<string, ZipMember[]>();
  for (const member of arrays) {
    const folder = path.posix.dirname(member.name);
    const members = inFolders.get(folder);
    if (members === undefined) inFolders.set(folder, [member]);
    else members.push(member);
  }
  const found = [...inFolders].flatMap(([folder, members]) => {
    const groups = groupsOf(members, member => roleOf(nameOf(member)));
    const all = complete(groups.get('') ?? {}) ?? [...groups.values()].map(complete).find(group => group !== undefined);
    return all === undefined ? [] : [{folder, all}];
  });
  const [first, ...others] = found;
  if (first === undefined) {
    const names = arrays.map(({name}) => name.replace(/\.npy$/i, ''));
    throw new UserError(`${file}: has ${listed(names) || 'no arrays'}; wanted ${wanted.join(', ')}${adviceFor(names)}`);
  }
  if (others.length > 0) {
    const folders = found.map(({folder}) => folder);
    throw new UserError(`${file}: several datasets: ${listed(folders)}; unpack it and give the folder of one`);
  }
  return async split => ({
    images: memberArray(zip, first.all[split].images, file, 'images'),
    labels: memberArray(zip, first.all[split].labels, file),
  });
}

function adviceFor(names: readonly string[]): string {
  if (names.join() === 'arr_0') return '; one array of four, give the folder that has all';
  return adviceForZip(names);
}

/** One array of an archive; memory is set aside for it, and for the pixels that images become. */
function memberArray(zip: Zip, member: ZipMember, file: string, kind?: 'images'): StoredArray {
  const where = `${file}: ${nameOf(member)}`;
  const header = parseNpyHeader(member.head(), where);
  checkLength(header, member.size, where);
  const pixels = kind === 'images' ? (header.shape[0] ?? 0) * inputSize : 0;
  return {
    where,
    ...header,
    async bytes(onArrived) {
      zip.reserve(engineBytes * pixels, member);
      const {start} = header;
      const arrived = (shared: Uint8Array, length: number): void =>
        onArrived?.(shared.subarray(start), Math.max(0, length - start));
      return (await member.unpackShared(arrived)).subarray(start);
    },
    async *pieces() {
      // Until the last is there, pixels are kept in two ways.
      zip.reserve((engineBytes + 2) * pixels, member);
      let skip = header.start;
      for await (const piece of member.pieces()) {
        if (piece.length > skip) yield piece.subarray(skip);
        skip = Math.max(0, skip - piece.length);
      }
    },
  };
}
