import {type DigitSize, pictureSizes, sizeWithin} from '../../text/digit-picture.js';
import type {Room, Size} from '../panel.js';

const {double, normal, half} = pictureSizes;

/** The width that the scores, or the training, have room in below a picture. */
const besideOthers = 34;

/** Room for a title and a picture. */
const lines = (size: DigitSize): Pick<Room, 'least' | 'most'> => ({least: size.lines + 1, most: size.lines + 1});

/** The rooms of a picture of a digit on terminals of less than 100 columns or 30 lines. */
export const smallPictureRooms: readonly Room[] = [
  {terminal: {columns: 54, lines: 17}, width: normal.columns, ...lines(normal)},
  {width: half.columns, ...lines(half)},
];

/**
 * The rooms of a picture of a digit.
 * @param large what the terminal has to have for the largest
 */
export const pictureRooms = (large: Size): readonly Room[] => [
  {terminal: large, width: double.columns, ...lines(double)},
  {terminal: {columns: 100, lines: 27}, width: besideOthers, ...lines(normal)},
  ...smallPictureRooms,
];

/** The columns to the left of a picture in the middle of its room. */
export const indentOf = (size: Size): number => Math.floor((size.columns - sizeWithin(size).columns) / 2);
