import * as english from './en/glossary.js';
import {inLanguage} from './language.js';

/** The field's words in plain ones. */
export const {glossary, terms} = inLanguage('glossary', english);
