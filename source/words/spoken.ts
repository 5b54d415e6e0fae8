import * as english from './en/spoken.js';
import {inLanguage} from './language.js';

/** What only a screen reader is told. */
export const {spoken} = inLanguage('spoken', english);
