import assert from 'node:assert/strict';
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, it} from 'node:test';
import {crc32, inflateSync} from 'node:zlib';
import {readDrawings, writeDrawing} from '../../source/commands/drawing-files.js';
import {createDrawings} from '../../source/commands/drawings.js';
import {dataFolder} from '../../source/places.js';
import type {Action} from '../../source/state/actions.js';
import {chosenDigit} from '../../source/state/selectors.js';
import {moveHome} from '../helpers/environment.js';
import {acted, idle} from '../helpers/state.js';

beforeEach(moveHome);

const time = new Date('2026-11-26T14:25:01.500Z');
const pixels = Uint8Array.from({length: 784}, (_, pixel) => (pixel * 7) % 256);
const folder = (): string => path.join(dataFolder(), 'drawings');

/** The samples of a PNG of one grey byte a pixel, read by the specification: no filter, or the one above and left. */
function samplesOf(file: string): {readonly width: number; readonly height: number; readonly samples: number[]} {
  const bytes = readFileSync(file);
  assert.deepEqual([...bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    if (typeof crc32 === 'function') assert.equal(bytes.readUInt32BE(at + 8 + length), crc32(body));
    chunks[body.subarray(0, 4).toString('latin1')] = body.subarray(4);
    at += 12 + length;
  }
  const {IHDR, IDAT} = chunks;
  assert.deepEqual([...IHDR.subarray(8)], [8, 0, 0, 0, 0]);
  const [width, height] = [IHDR.readUInt32BE(0), IHDR.readUInt32BE(4)];
  const rows = inflateSync(IDAT);
  const samples: number[] = [];
  for (let y = 0; y < height; y++) {
    assert.equal(rows[y * (width + 1)], 0, 'a row without a filter');
    samples.push(...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)));
  }
  return {width, height, samples};
}

describe('a kept drawing', () => {
  it('is a PNG of 28 × 28 grey pixels with its label and time in its name', async () => {
    const {file, fault} = await writeDrawing({pixels, label: 7}, time);
    assert.deepEqual([file, fault], [path.join(folder(), '7-20261126-142501.png'), undefined]);
    assert.deepEqual(samplesOf(file), {width: 28, height: 28, samples: [...pixels]});
  });

  it('never takes the place of another', async () => {
    const names = [];
    for (const label of [7, 7, 7]) names.push(path.basename((await writeDrawing({pixels, label}, time)).file));
    assert.deepEqual(names, ['7-20261126-142501.png', '7-20261126-142501-2.png', '7-20261126-142501-3.png']);
  });

  it('says in a line why it could not be kept', async () => {
    mkdirSync(dataFolder(), {recursive: true});
    writeFileSync(folder(), 'a file in the place of the folder');
    const {fault} = await writeDrawing({pixels, label: 7}, time);
    assert.match(fault ?? '', /is a file, not a folder$/);
    assert.doesNotMatch(fault ?? '', /\n|--model/);
  });

  it('is read again, the oldest first whatever its label', async () => {
    assert.deepEqual(await readDrawings(), {drawings: [], fault: undefined});
    const later = new Date(time.getTime() + 60_000);
    for (const [label, when] of [
      [1, later],
      [9, time],
      [4, time],
    ] as const) {
      await writeDrawing({pixels: pixels.map(ink => ink ^ label), label}, when);
    }
    const {drawings, fault} = await readDrawings();
    assert.equal(fault, undefined);
    assert.deepEqual(drawings.map(({label}) => label).at(-1), 1);
    for (const drawing of drawings)
      assert.deepEqual(
        drawing.pixels,
        pixels.map(ink => ink ^ drawing.label),
      );
  });

  it('that is none is passed over, in one line, and other files are left alone', async () => {
    await writeDrawing({pixels, label: 3}, time);
    writeFileSync(path.join(folder(), 'notes.txt'), 'not a drawing');
    writeFileSync(path.join(folder(), '5-20260101-000000.png'), 'no PNG');
    writeFileSync(path.join(folder(), '6-20260101-000000.png'), new Uint8Array(70_000));
    const {drawings, fault} = await readDrawings();
    assert.deepEqual(drawings, [{pixels, label: 3}]);
    assert.match(fault ?? '', /^2 kept drawings could not be read: .+5-20260101-000000\.png: [^\n]+$/);
    assert.ok(existsSync(path.join(folder(), 'notes.txt')));
  });
});

describe('the drawings of the dashboard', () => {
  /** A state that the actions change, and its drawings; resolves once an action of a type has been. */
  function opened() {
    let state = acted(idle, {type: 'view', view: 'draw'});
    const waiting = new Map<string, () => void>();
    const drawings = createDrawings({
      current: () => state,
      seen: () => chosenDigit(state)?.pixels,
      act(action: Action) {
        state = acted(state, action);
        waiting.get(action.type)?.();
      },
    });
    return {
      drawings,
      state: () => state,
      act(...actions: Action[]) {
        state = acted(state, ...actions);
      },
      once: (type: Action['type']) => new Promise<void>(resolve => waiting.set(type, resolve)),
    };
  }

  it('are read once, when the view is shown, and a new one comes behind them', async () => {
    await writeDrawing({pixels, label: 3}, time);
    const {drawings, state, act, once} = opened();
    const read = once('kept-read');
    drawings.look();
    drawings.look();
    await read;
    assert.deepEqual(state().drawing.kept, [{pixels, label: 3}]);
    act({type: 'stroke', to: {x: 14, y: 5}, erases: false, begins: true});
    act({type: 'stroke', to: {x: 14, y: 20}, erases: false, begins: false}, {type: 'lift'}, {type: 'ask-label'});
    const kept = once('kept');
    drawings.outside.keep({label: 1});
    assert.equal(state().screen.question, undefined);
    await kept;
    const seen = chosenDigit(state());
    assert.deepEqual(state().drawing.kept?.at(-1), {pixels: seen?.pixels, label: 1});
    const [name] = readdirSync(folder()).filter(each => each.startsWith('1-'));
    assert.ok(name !== undefined && state().screen.notice?.endsWith(name));
    assert.deepEqual(samplesOf(path.join(folder(), name)).samples, [...(seen?.pixels ?? [])]);
  });

  it('say why one could not be kept', {skip: process.getuid?.() === 0 || process.platform === 'win32'}, async () => {
    const {drawings, state, act, once} = opened();
    mkdirSync(folder(), {recursive: true});
    chmodSync(folder(), 0o500);
    act({type: 'stroke', to: {x: 14, y: 5}, erases: false, begins: true}, {type: 'lift'});
    const said = once('say');
    drawings.outside.keep({label: 1});
    await said;
    assert.match(state().screen.notice ?? '', /^the drawing could not be kept \(EACCES/);
    rmSync(folder(), {recursive: true});
  });
});
