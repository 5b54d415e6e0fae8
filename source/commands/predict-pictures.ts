import {stat} from 'node:fs/promises';
import {classNameOf} from '../dataset/dataset.js';
import {type FoundDigit, findDigits, type Reading} from '../dataset/pictures/find.js';
import {picturesAt} from '../dataset/pictures/folder.js';
import {openPicture} from '../dataset/pictures/open.js';
import {UserError} from '../errors.js';
import {forward} from '../network/reference.js';
import {type PicturePrediction, pictureLine} from '../report/prediction-report.js';
import {answerOf} from '../training/evaluation.js';
import {type Predictor, probabilitiesOf} from './predict.js';

/** Why a picture has no digits. */
const reasons: Readonly<Record<NonNullable<Reading['none']>, string>> = {
  blank: 'nothing drawn',
  other: 'no digit in it',
  crowded: 'thousands of marks, which is no picture of digits; cut the digits out',
};

/**
 * Writes the answers for the digits of a picture, or of all pictures of a folder.
 * @param tell is given the error of each picture that cannot be read
 * @returns whether all of them could
 */
export async function predictPictures(
  predictor: Predictor,
  place: string,
  tell: (error: unknown) => void,
): Promise<boolean> {
  let files: readonly string[] = [];
  let whole = true;
  const fail = (error: unknown): void => {
    whole = false;
    tell(error);
  };
  try {
    await checkTyped(place);
    files = await picturesAt(place);
  } catch (error) {
    fail(error);
  }
  for (const file of files) await predictPicture(predictor, file).catch(fail);
  return whole;
}

/** A word that is neither a file nor looks like one was perhaps meant for an index. */
async function checkTyped(place: string): Promise<void> {
  if (/[./\\]/.test(place) || (await stat(place).catch(() => undefined)) !== undefined) return;
  throw new UserError(`${place}: no such file, nor an index such as 200 or 3-7`);
}

async function predictPicture(predictor: Predictor, file: string): Promise<void> {
  const {config, drawing} = predictor;
  const {grey, factor} = await openPicture(file);
  const {ink, digits, none} = findDigits(grey);
  if (none !== undefined) throw new UserError(`${file}: ${reasons[none]}`);
  drawing.picture(grey, ink);
  digits.forEach((found, index) => {
    const result = predictionOf(predictor, file, found, factor);
    const line = config.json ? JSON.stringify(result) : pictureLine(result, index + 1, digits.length);
    process.stdout.write(`${line}\n`);
    drawing.cut(found.ink);
    drawing.image(found.pixels);
  });
}

/** @param factor pixels of the file across each pixel that the digit was found in */
function predictionOf(
  {weights, loss, data}: Predictor,
  file: string,
  found: FoundDigit,
  factor: number,
): PicturePrediction {
  const scores = [...forward(weights, found.pixels).scores];
  const answer = answerOf(scores);
  const {x, y, width, height} = found.box;
  return {
    file,
    answer,
    ...(data.classNames && {answerName: classNameOf(data, answer)}),
    scores,
    ...probabilitiesOf(loss, scores),
    box: [x * factor, y * factor, width * factor, height * factor],
  };
}
