import {crop, type Grey} from './grey.js';

/**
 * How wide strokes are, in pixels: twice the ink over the length of its outline. Grey edges count by their share, so
 * that faint and blurred strokes have a width, too.
 */
export function strokeOf(picture: Grey): number {
  // With a margin, ink at the picture's own edge has an outline there.
  const {width, height, values} = crop(picture, {x: -1, y: -1, width: picture.width + 2, height: picture.height + 2});
  let ink = 0;
  let outline = 0;
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const place = y * width + x;
      const falling = values[place + width + 1] - values[place];
      const rising = values[place + 1] - values[place + width];
      ink += values[place];
      outline += Math.hypot(falling, rising) / Math.SQRT2;
    }
  }
  return outline === 0 ? 0 : (2 * ink) / outline;
}

/**
 * Strokes made thicker, or thinner, on both sides: each pixel becomes the most, or the least, ink in the octagon around it.
 * @param radius in pixels; below zero strokes become thinner
 * @returns a picture that is larger by the radius on each side, or as large
 */
export function thicken(picture: Grey, radius: number): Grey {
  const size = Math.abs(radius);
  const margin = radius > 0 ? Math.ceil(radius) : 0;
  const {width, height} = picture;
  let now = crop(picture, {x: -margin, y: -margin, width: width + 2 * margin, height: height + 2 * margin});
  for (let turn = 0; turn < size; turn++) {
    const before = now.values;
    const next = around(now, turn % 2 === 1, radius > 0);
    const share = Math.min(1, size - turn);
    now = {...next, values: next.values.map((value, place) => share * value + (1 - share) * before[place])};
  }
  return now;
}

/** Each pixel as the most, or the least, of itself and its four neighbours, or its eight. */
function around({width, height, values}: Grey, corners: boolean, most: boolean): Grey {
  const choose = most ? Math.max : Math.min;
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
  const found = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = choose(at(x, y), at(x - 1, y), at(x + 1, y), at(x, y - 1), at(x, y + 1));
      if (corners) value = choose(value, at(x - 1, y - 1), at(x + 1, y - 1), at(x - 1, y + 1), at(x + 1, y + 1));
      found[y * width + x] = value;
    }
  }
  return {width, height, values: found};
}
