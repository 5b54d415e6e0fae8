import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import {knownVerdict} from '../../source/engines/check.js';
import {cacheFolder} from '../../source/places.js';
import {moveHome} from '../helpers/environment.js';

moveHome();

it('a kept verdict that is damaged, empty, or of another machine counts as none', async () => {
  const folder = cacheFolder() ?? assert.fail();
  mkdirSync(folder, {recursive: true});
  for (const text of ['{', '', 'null', '[]', '{"key":"other","verdict":{"state":"works"}}']) {
    writeFileSync(path.join(folder, 'webgpu-works.json'), text);
    assert.equal(await knownVerdict('webgpu'), undefined, text);
  }
});
