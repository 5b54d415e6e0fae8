import * as english from './en/units.js';
import {inLanguage} from './language.js';

/** The hidden units. */
export const {units} = inLanguage('units', english);
