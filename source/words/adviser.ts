import * as english from './en/adviser.js';
import {inLanguage} from './language.js';

/** What the adviser says, and what stands around it. */
export const {adviser, adviserCases, advice} = inLanguage('adviser', english);
