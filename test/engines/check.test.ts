import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import {checkEngine, knownVerdict, remember} from '../../source/engines/check.js';
import {cacheFolder} from '../../source/places.js';
import {moveHome} from '../helpers/environment.js';
import {verdict} from '../helpers/verdicts.js';

moveHome();

it('a kept verdict that is damaged, empty, or of another machine counts as none', async () => {
  const folder = cacheFolder() ?? assert.fail();
  mkdirSync(folder, {recursive: true});
  for (const text of ['{', '', 'null', '[]', '{"key":"other","value":{"state":"works"}}']) {
    writeFileSync(path.join(folder, 'webgpu-verdict.json'), text);
    assert.equal(await knownVerdict('webgpu'), undefined, text);
  }
});

it('a verdict is kept without its log, and holds only with the same variables of the drivers', async t => {
  const kept = verdict('webgpu', {gpu: true, imagesPerSecond: 5, steady: true});
  await remember({...kept, log: 'much'});
  assert.deepEqual(await knownVerdict('webgpu'), kept);
  assert.equal(await knownVerdict('tensorflow'), undefined);
  const {VK_ICD_FILENAMES: before} = process.env;
  t.after(() => {
    if (before === undefined) delete process.env.VK_ICD_FILENAMES;
    else process.env.VK_ICD_FILENAMES = before;
  });
  process.env.VK_ICD_FILENAMES = '/elsewhere.json';
  assert.equal(await knownVerdict('webgpu'), undefined);
});

it('the verdict of a loaded machine is not kept, and leaves the one before', async () => {
  const kept = verdict('tensorflow', {gpu: true, imagesPerSecond: 5, steady: true});
  await remember(kept);
  await remember({...kept, imagesPerSecond: 2, steady: false});
  assert.deepEqual(await knownVerdict('tensorflow'), kept);
});

it('wasm works, is measured in a process of its own, and that is kept if nothing disturbed it', async () => {
  const {log: _, ...found} = await checkEngine('wasm');
  assert.deepEqual([found.state, found.gpu, found.device], ['works', false, 'CPU']);
  assert.ok(Number(found.imagesPerSecond) > 1000);
  assert.deepEqual(await knownVerdict('wasm'), found.steady ? found : undefined);
});
