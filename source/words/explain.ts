import * as english from './en/explain.js';
import {inLanguage} from './language.js';

/** What each panel shows. */
export const {panels, explain} = inLanguage('explain', english);
