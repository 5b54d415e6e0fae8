import * as english from './en/screen.js';
import {inLanguage} from './language.js';

/** What stands around the panels and over them. */
export const {waits, written, screen, views, place} = inLanguage('screen', english);
