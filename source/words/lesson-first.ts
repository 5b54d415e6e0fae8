import * as english from './en/lesson-first.js';
import {inLanguage} from './language.js';

/** The pages of the lesson's first chapters. */
export const {firstPages} = inLanguage('lessonFirst', english);
