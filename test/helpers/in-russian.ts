// Takes up Russian in this process. Imported before all else, since words are read once.
import {speakRussian} from '../../source/words/language.js';
import * as russian from '../../source/words/ru/words.js';

speakRussian(russian);
