import {crop, type Grey} from './grey.js';
import {countParts, grow, type Labels, type Part, partsOf} from './parts.js';
import {strokeOf} from './stroke.js';

/** How much wider than high a part is that may be several digits. */
const wide = 1.3;
/** Levels of ink at which digits that blur into one another may come apart. */
const levels = [0.45, 0.6, 0.75];

/**
 * Takes parts that are several digits side by side to pieces.
 * @param free the first label that no part has: the new pieces get it and those after it
 */
export function splitWide(ink: Grey, labels: Labels, parts: readonly Part[], free: number): Part[] {
  let next = free;
  const queue = [...parts];
  const whole: Part[] = [];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    const pieces = part.box.width > wide * part.box.height ? cutPart(ink, labels, part) : undefined;
    if (pieces === undefined) {
      whole.push(part);
      continue;
    }
    const cut = put(labels, part, pieces, next);
    next += cut.length;
    queue.push(...cut);
  }
  return whole;
}

/** The pixels of a part that belong to each of its pieces, in the part's box; undefined where it is one. */
function cutPart(ink: Grey, labels: Labels, part: Part): Labels | undefined {
  const own = only(ink, labels, part);
  return atLevel(own, part) ?? atSeam(own);
}

/** A part's own ink in its box. */
export function only(ink: Grey, {width, labels}: Labels, {label, box}: Part): Grey {
  const own = crop(ink, box);
  own.values.forEach((_, place) => {
    const [x, y] = [place % box.width, Math.floor(place / box.width)];
    if (labels[(box.y + y) * width + box.x + x] !== label) own.values[place] = 0;
  });
  return own;
}

/** Pieces that come apart at a higher level, at least two of them nearly as high as the whole, side by side. */
function atLevel(own: Grey, {box}: Part): Labels | undefined {
  for (const level of levels) {
    const {labels, parts} = partsOf(own, level);
    const high = parts.filter(part => part.box.height >= 0.6 * box.height).sort((a, b) => a.box.x - b.box.x);
    const apart = high.every(({box: {x, width}}, index) => {
      const before = high[index - 1]?.box;
      return before === undefined || before.x + before.width - x < 0.4 * Math.min(before.width, width);
    });
    if (high.length < 2 || !apart) continue;
    const kept = new Map(high.map(({label}, index) => [label, index + 1]));
    labels.labels.forEach((label, pixel) => {
      labels.labels[pixel] = kept.get(label) ?? 0;
    });
    grow(labels, own.width + own.height, pixel => own.values[pixel] > 0);
    return labels;
  }
  return undefined;
}

/** Two pieces on both sides of the path from top to bottom that has least ink, where that is less than a stroke's. */
function atSeam(own: Grey): Labels | undefined {
  const {width, height, values} = own;
  const [first, last] = [Math.round(width * 0.2), Math.round(width * 0.8)];
  const cost = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = first; x < last; x++) {
      const pixel = y * width + x;
      let best = y === 0 ? pixel : pixel - width;
      if (y > 0) for (const other of [pixel - width - 1, pixel - width + 1]) if (cost[other] < cost[best]) best = other;
      cost[pixel] = values[pixel] + (y === 0 ? 0 : cost[best]);
      from[pixel] = best;
    }
  }
  let end = (height - 1) * width + first;
  for (let x = first; x < last; x++) if (cost[(height - 1) * width + x] < cost[end]) end = (height - 1) * width + x;
  if (!(cost[end] < 0.6 * strokeOf(own))) return undefined;
  const labels = new Int32Array(width * height);
  for (let y = height - 1, pixel = end; y >= 0; y--, pixel = from[pixel]) {
    const seam = pixel - y * width;
    for (let x = 0; x < width; x++) if (values[y * width + x] > 0) labels[y * width + x] = x < seam ? 1 : 2;
  }
  const pieces = {width, height, labels};
  const enough = countParts(pieces).filter(({box}) => box.height >= 0.6 * height).length === 2;
  return enough ? pieces : undefined;
}

/** Gives the pixels of a part the labels of its pieces, counted from a first number on. */
function put({width, labels}: Labels, {label: old, box}: Part, pieces: Labels, first: number): Part[] {
  pieces.labels.forEach((piece, place) => {
    const pixel = (box.y + Math.floor(place / box.width)) * width + box.x + (place % box.width);
    if (labels[pixel] === old) labels[pixel] = piece === 0 ? 0 : first + piece - 1;
  });
  return countParts(pieces).map(({label, area, box: {x, y, ...size}}) => ({
    label: first + label - 1,
    area,
    box: {x: box.x + x, y: box.y + y, ...size},
  }));
}
