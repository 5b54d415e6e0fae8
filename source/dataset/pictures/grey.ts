/** A picture of one value a pixel, row by row. */
export type Grey = {readonly width: number; readonly height: number; readonly values: Float32Array};

/** A box in a picture, in pixels. */
export type Box = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

/** The part of a picture that a box covers, and zeros where it reaches beyond the picture. */
export function crop({width, height, values}: Grey, box: Box): Grey {
  const cut = new Float32Array(box.width * box.height);
  const [left, right] = [Math.max(0, box.x), Math.min(width, box.x + box.width)];
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
    cut.set(values.subarray(y * width + left, y * width + right), (y - box.y) * box.width + left - box.x);
  }
  return {width: box.width, height: box.height, values: cut};
}

/**
 * A picture at another size. Each new pixel is the mean of what it covers; where it covers less than a pixel, it lies
 * between the nearest two.
 */
export function resize(picture: Grey, width: number, height: number): Grey {
  const across = stretched(picture, width);
  const {values} = stretched(transposed(across), height);
  return transposed({width: height, height: width, values});
}

function transposed({width, height, values}: Grey): Grey {
  const turned = new Float32Array(values.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = values[y * width + x];
  return {width: height, height: width, values: turned};
}

/** A picture with another width. */
function stretched({width: old, height, values}: Grey, width: number): Grey {
  const found = new Float32Array(width * height);
  const step = old / width;
  // A triangle as wide as a new pixel, but never narrower than an old one, keeps both ways of scaling smooth.
  const reach = Math.max(1, step);
  for (let x = 0; x < width; x++) {
    const middle = (x + 0.5) * step - 0.5;
    const [first, last] = step > 1 ? [(x + 0) * step, (x + 1) * step] : [middle - reach, middle + reach];
    const parts: [number, number][] = [];
    let total = 0;
    for (let from = Math.floor(first); from < last; from++) {
      const share =
        step > 1 ? Math.min(last, from + 1) - Math.max(first, from) : Math.max(0, 1 - Math.abs(from - middle) / reach);
      if (share <= 0) continue;
      parts.push([Math.min(old - 1, Math.max(0, from)), share]);
      total += share;
    }
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (const [from, share] of parts) sum += values[y * old + from] * share;
      found[y * width + x] = sum / total;
    }
  }
  return {width, height, values: found};
}
