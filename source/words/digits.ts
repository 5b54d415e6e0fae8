import * as english from './en/digits.js';
import {inLanguage} from './language.js';

/** The chosen digit, what the network says to it, and how it does on all. */
export const {
  splitNames,
  ofImages,
  digit,
  subject,
  prediction,
  wall,
  lights,
  mistakes,
  verdict,
  changes,
  confusion,
  cells,
  nearest,
} = inLanguage('digits', english);
