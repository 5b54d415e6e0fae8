import * as english from './en/receipt.js';
import {inLanguage} from './language.js';

/** What stands on the normal screen after the dashboard. */
export const {receipt} = inLanguage('receipt', english);
