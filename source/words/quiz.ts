import * as english from './en/quiz.js';
import {inLanguage} from './language.js';

/** The quiz. */
export const {quiz} = inLanguage('quiz', english);
