import * as english from './en/map.js';
import {inLanguage} from './language.js';

/** The digits as points. */
export const {map} = inLanguage('map', english);
