// Writes the README's tables of keys and options anew from the program's own.
import {writeFileSync} from 'node:fs';
import {currentReadme, readmePath} from '../helpers/readme.js';

writeFileSync(readmePath, currentReadme());
