import {it} from 'node:test';
import {checkBytes} from '../helpers/kept-bytes.js';

it('files with the kept moments are no larger than they may be, with histories of other lengths', () => {
  checkBytes([250, 400]);
});
