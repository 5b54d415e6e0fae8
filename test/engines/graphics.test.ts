import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import {graphicsDevices} from '../../source/engines/graphics.js';
import {scratchFolder} from '../helpers/environment.js';

/** A folder with the files of a system, each with its content. */
function system(files: Readonly<Record<string, string>>): string {
  const root = scratchFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), {recursive: true});
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

it('graphics hardware is what drivers make files for, and which it is', async () => {
  const intel = {
    'dev/dri/card0': '',
    'dev/dri/renderD128': '',
    'sys/class/drm/renderD128/device/vendor': '0x8086\n',
    'sys/class/drm/renderD128/device/device': '0x9a49\n',
  };
  assert.deepEqual(await graphicsDevices('linux', system(intel)), ['renderD128 0x8086:0x9a49']);
  const nvidia = {'dev/nvidia0': '', 'dev/nvidiactl': '', 'dev/nvidia-uvm': ''};
  assert.deepEqual(await graphicsDevices('linux', system(nvidia)), ['nvidia0']);
  assert.deepEqual(await graphicsDevices('linux', system({'dev/dxg': ''})), ['dxg']);
});

it('without such files there is none, and other systems do not show it', async () => {
  assert.deepEqual(await graphicsDevices('linux', system({'dev/null': '', 'dev/dri/card0': ''})), []);
  assert.deepEqual(await graphicsDevices('linux', scratchFolder()), []);
  assert.equal(await graphicsDevices('darwin', system({'dev/nvidia0': ''})), undefined);
  assert.equal(await graphicsDevices('win32', system({'dev/nvidia0': ''})), undefined);
});
