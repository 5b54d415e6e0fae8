import * as english from './en/lesson.js';
import {inLanguage} from './language.js';

/** What stands around the pages of the lesson. */
export const {lesson, chapters, lessonAnswers} = inLanguage('lesson', english);
