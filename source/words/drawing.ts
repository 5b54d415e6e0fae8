import * as english from './en/drawing.js';
import {inLanguage} from './language.js';

/** The canvas, and what is drawn on it. */
export const {drawing} = inLanguage('drawing', english);
