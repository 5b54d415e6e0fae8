import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stroke} from '../../source/state/brush.js';

const blank = new Uint8Array(784);
const at = (pixels: Uint8Array, x: number, y: number): number => pixels[28 * y + x];

describe('a stroke of the brush', () => {
  it('is dark in its middle, fades out at its edge, and leaves all else as it is', () => {
    const dot = stroke(blank, {x: 10.5, y: 5.5}, {x: 10.5, y: 5.5}, false);
    // Distances of 0, 1, √2 and 2 from a core of 0.75 that fades out over one pixel.
    assert.deepEqual([at(dot, 10, 5), at(dot, 11, 5), at(dot, 11, 6), at(dot, 12, 5)], [255, 191, 86, 0]);
    assert.equal(dot.filter(ink => ink > 0).length, 9);
  });

  it('goes straight from one point to another, also slantwise, and out of the canvas', () => {
    const line = stroke(blank, {x: 2.5, y: 2.5}, {x: 8.5, y: 8.5}, false);
    for (let step = 2; step <= 8; step++) assert.equal(at(line, step, step), 255);
    assert.equal(at(line, 2, 8), 0);
    const out = stroke(blank, {x: 26.5, y: 14.5}, {x: 40, y: 14.5}, false);
    assert.deepEqual([at(out, 27, 14), at(out, 0, 15)], [255, 0]);
  });

  it('never takes ink away, and the eraser never adds any', () => {
    const line = stroke(blank, {x: 3.5, y: 14.5}, {x: 24.5, y: 14.5}, false);
    const twice = stroke(line, {x: 14.5, y: 3.5}, {x: 14.5, y: 24.5}, false);
    assert.ok(twice.every((ink, place) => ink >= line[place]));
    const erased = stroke(twice, {x: 3.5, y: 14.5}, {x: 24.5, y: 14.5}, true);
    assert.ok(erased.every((ink, place) => ink <= twice[place]));
    assert.deepEqual([at(erased, 10, 14), at(erased, 14, 5)], [0, 255]);
    assert.deepEqual([...blank], new Array(784).fill(0));
    const gone = stroke(line, {x: 3.5, y: 14.5}, {x: 24.5, y: 14.5}, true);
    assert.deepEqual([...gone], [...blank]);
  });
});
