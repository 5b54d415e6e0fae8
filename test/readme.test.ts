import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {currentReadme, readmePath} from './helpers/readme.js';

it('the README shows the keys and options that the program has', () => {
  assert.equal(
    readFileSync(readmePath, 'utf8').replaceAll('\r\n', '\n'),
    currentReadme(),
    'node dist/test/tools/readme.js writes the tables anew',
  );
});
