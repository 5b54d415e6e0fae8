import * as english from './en/why.js';
import {inLanguage} from './language.js';

/** Why the chosen digit has its answer. */
export const {why} = inLanguage('why', english);
