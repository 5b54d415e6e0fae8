import {after, describe, it} from 'node:test';
import {leavesWell} from '../helpers/dashboard.js';
import {endTerminals, pseudoTerminals} from '../helpers/terminal.js';

after(endTerminals);

describe('the way out by other signals', {skip: pseudoTerminals}, () => {
  for (const [signal, exitCode] of [
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const) {
    it(`restores the terminal in the midst of training: ${signal}`, () =>
      leavesWell(terminal => terminal.kill(signal), exitCode));
  }
});
