import assert from 'node:assert/strict';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createDrawings} from '../../source/commands/drawings.js';
import {readPicture} from '../../source/commands/picture-file.js';
import {chosenDigit} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import {acted, idle} from '../helpers/state.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../test/fixtures/digit-images/${name}`, import.meta.url));

it('a picture is read for the canvas: its first digit, or why there is none', async () => {
  const file = fixture('black-on-white.png');
  const {pixels, notice} = await readPicture(file);
  assert.equal(pixels?.length, 784);
  assert.ok(pixels.some(ink => ink > 200));
  assert.equal(notice, `from ${file}`);
  assert.deepEqual(await readPicture(fixture('blank.png')), {
    pixels: undefined,
    notice: `${fixture('blank.png')}: no digit in it`,
  });
  assert.match((await readPicture(fixture('not-there.png'))).notice, /not-there\.png: no such file/);
});

it('a picture that is opened is on the canvas, in the view where one draws', async () => {
  let state: State = idle;
  await new Promise<void>(resolve => {
    const drawings = createDrawings({
      current: () => state,
      act(action) {
        state = acted(state, action);
        resolve();
      },
      seen: () => undefined,
    });
    drawings.outside['open-picture']({file: fixture('black-on-white.png')});
  });
  assert.equal(state.screen.view, 'draw');
  assert.deepEqual(chosenDigit(state)?.pixels, (await readPicture(fixture('black-on-white.png'))).pixels);
  assert.match(state.screen.notice ?? '', /^from .*black-on-white\.png$/);
});
