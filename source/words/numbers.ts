import * as english from './en/numbers.js';
import {inLanguage} from './language.js';

/** The numbers of the chosen digit. */
export const {numbers} = inLanguage('numbers', english);
