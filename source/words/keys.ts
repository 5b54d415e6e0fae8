import * as english from './en/keys.js';
import {inLanguage} from './language.js';

/** What each key does. */
export const {keys} = inLanguage('keys', english);
