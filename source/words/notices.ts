import * as english from './en/notices.js';
import {inLanguage} from './language.js';

/** What the dashboard says of what has happened. */
export const {notices} = inLanguage('notices', english);
