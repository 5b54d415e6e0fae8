import * as english from './en/runs.js';
import {inLanguage} from './language.js';

/** The runs side by side, and the form for the next one. */
export const {runs} = inLanguage('runs', english);
