import * as english from './en/training.js';
import {inLanguage} from './language.js';

/** What the dashboard says of the training. */
export const {training, rule, ends, chart} = inLanguage('training', english);
