import {open, readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {decode, encode} from 'fast-png';
import {messageOf, printable} from '../errors.js';
import {makeFolder} from '../folders.js';
import {inputSize} from '../network/architecture.js';
import {dataFolder} from '../places.js';
import type {KeptDrawing} from '../state/drawing.js';
import {drawing as words} from '../words/en/drawing.js';
import {counted} from '../words/fill.js';

/** Pixels of a side. */
const side = Math.sqrt(inputSize);

/** More bytes than any file of a drawing has. */
const largest = 65_536;

/** The folder of all drawings. */
const drawingsFolder = (): string => path.join(dataFolder(), 'drawings');

/**
 * Writes a drawing into a file of its own, `drawings/<label>-<time>.png`; the time is UTC.
 * @returns the file, to be shown; and why it could not be written
 */
export async function writeDrawing(
  {pixels, label}: KeptDrawing,
  time: Date,
): Promise<{readonly file: string; readonly fault: string | undefined}> {
  const stamp = time.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  let file = 'drawings';
  try {
    const folder = drawingsFolder();
    file = path.join(folder, `${label}-${stamp}.png`);
    await makeFolder(folder, '');
    const bytes = encode({width: side, height: side, data: pixels, channels: 1, depth: 8});
    for (let more = 2; !(await written(file, bytes)); more++) file = path.join(folder, `${label}-${stamp}-${more}.png`);
    return {file: printable(file), fault: undefined};
  } catch (error) {
    return {file: printable(file), fault: messageOf(error)};
  }
}

/** Writes a file whole or not at all; false where one is there already, which stays as it is. */
async function written(file: string, bytes: Uint8Array): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (handle === undefined) return false;
  try {
    await handle.writeFile(bytes).finally(() => handle.close());
  } catch (error) {
    await rm(file, {force: true}).catch(() => {});
    throw error;
  }
  return true;
}

/** The drawings that are kept, the oldest first, and in a line what could not be read. */
export async function readDrawings(): Promise<{readonly drawings: KeptDrawing[]; readonly fault: string | undefined}> {
  const drawings: KeptDrawing[] = [];
  const faults: {readonly why: string; readonly file: string}[] = [];
  const [folder, names] = await drawingNames().catch(error => {
    faults.push({why: messageOf(error), file: 'drawings'});
    return ['', []] as const;
  });
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      drawings.push({pixels: await readImage(file), label: Number(name[0])});
    } catch (error) {
      faults.push({why: messageOf(error), file: printable(file)});
    }
  }
  const [first] = faults;
  return {drawings, fault: first && counted(words.notRead, {count: faults.length, ...first})};
}

/** The folder, and the names in it that drawings have, in the order of their times. */
async function drawingNames(): Promise<readonly [folder: string, names: readonly string[]]> {
  const folder = drawingsFolder();
  const all = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = all.filter(name => /^\d-\d{8}-\d{6}(-\d+)?\.png$/.test(name));
  return [folder, names.toSorted((one, other) => one.slice(2).localeCompare(other.slice(2), 'en', {numeric: true}))];
}

/** The image in a file of a drawing. */
async function readImage(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  if (bytes.length > largest) throw new Error(words.notOurs);
  const {width, height, channels, depth, data} = decode(bytes, {checkCrc: true});
  const isOurs = width === side && height === side && channels === 1 && depth === 8;
  if (!isOurs || data.length !== inputSize) throw new Error(words.notOurs);
  return Uint8Array.from(data);
}
