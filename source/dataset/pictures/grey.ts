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
  for (let x = 0; x < width; x++) {
    const shares = sharesOf(x, old / width);
    // Beyond the edge lies what is at the edge.
    const places = shares.map(([from]) => Math.min(old - 1, Math.max(0, from)));
    const parts = Float64Array.from(shares, ([, share]) => share);
    const total = parts.reduce((sum, part) => sum + part, 0);
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (let part = 0; part < parts.length; part++) sum += values[y * old + places[part]] * parts[part];
      found[y * width + x] = sum / total;
    }
  }
  return {width, height, values: found};
}

/** Which old pixels a new one is made of, and how much of each. */
function sharesOf(place: number, step: number): [from: number, share: number][] {
  const shares: [number, number][] = [];
  if (step > 1) {
    const [first, last] = [place * step, (place + 1) * step];
    for (let from = Math.floor(first); from < last; from++) {
      shares.push([from, Math.min(last, from + 1) - Math.max(first, from)]);
    }
    return shares;
  }
  const middle = (place + 0.5) * step - 0.5;
  const from = Math.floor(middle);
  return [
    [from, from + 1 - middle],
    [from + 1, middle - from],
  ];
}
