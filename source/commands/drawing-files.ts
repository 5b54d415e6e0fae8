import {open, readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {encode} from 'fast-png';
import {readPng} from '../dataset/pictures/png.js';
import {messageOf, printable} from '../errors.js';
import {makeFolder} from '../folders.js';
import {side} from '../network/architecture.js';
import {dataFolder} from '../places.js';
import type {KeptDrawing} from '../state/drawing.js';
import {stampOf} from '../training/runs/run-names.js';
import {drawing as words} from '../words/drawing.js';
import {counted, fill} from '../words/fill.js';

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
  const stamp = stampOf(time);
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
  const faults: string[] = [];
  const files = await drawingFiles().catch(error => {
    faults.push(messageOf(error));
    return [];
  });
  for (const file of files) {
    try {
      drawings.push({pixels: await readImage(file), label: Number(path.basename(file)[0])});
    } catch (error) {
      faults.push(messageOf(error));
    }
  }
  const [why] = faults;
  const fault = why && counted(words.notRead, {count: faults.length, why: printable(why)});
  return {drawings, fault};
}

/** The files of drawings, in the order of their times. */
async function drawingFiles(): Promise<string[]> {
  const folder = drawingsFolder();
  const all = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return all
    .filter(name => /^\d-\d{8}-\d{6}(-\d+)?\.png$/.test(name))
    .toSorted((one, other) => timeOf(one).localeCompare(timeOf(other), 'en', {numeric: true}))
    .map(name => path.join(folder, name));
}

/** The time in a file's name. */
const timeOf = (name: string): string => name.slice(2, -'.png'.length);

/** The image in a file of a drawing. */
async function readImage(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  const {width, height, channels, data} = await readPng(bytes, file);
  if (width !== side || height !== side || channels !== 1) throw new Error(fill(words.notOurs, {file}));
  return data;
}
