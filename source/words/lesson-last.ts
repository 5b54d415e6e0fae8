import * as english from './en/lesson-last.js';
import {inLanguage} from './language.js';

/** The pages of the lesson's last chapters. */
export const {lastPages} = inLanguage('lessonLast', english);
