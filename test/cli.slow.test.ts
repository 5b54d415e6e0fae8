import {describe, it} from 'node:test';
import {isOneLine, otherMistakes} from './helpers/command-line-mistakes.js';

describe('a mistake on the command line', () => {
  for (const mistake of otherMistakes) it(`is one clear line: ${mistake[0]}`, () => isOneLine(mistake));
});
