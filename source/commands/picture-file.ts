import {findDigits} from '../dataset/pictures/find.js';
import {openPicture} from '../dataset/pictures/open.js';
import {messageOf} from '../errors.js';
import {drawing as words} from '../words/drawing.js';
import {counted, fill} from '../words/fill.js';

/** The first digit in a picture as the network sees it, and what there is to say of the file. */
export type ReadPicture = {readonly pixels: Uint8Array | undefined; readonly notice: string};

/** Reads a picture for the canvas; what is wrong with it is told. */
export async function readPicture(file: string): Promise<ReadPicture> {
  try {
    const {grey} = await openPicture(file);
    const {digits} = findDigits(grey);
    const [first] = digits;
    if (first === undefined) return {pixels: undefined, notice: fill(words.noDigitIn, {file})};
    return {pixels: first.pixels, notice: counted(words.fromFile, {count: digits.length, file})};
  } catch (error) {
    return {pixels: undefined, notice: messageOf(error)};
  }
}
