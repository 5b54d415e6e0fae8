import type {Box, Grey} from './grey.js';

/** Pixels of ink that hang together. */
export type Part = {
  /** Its number in the labels, from 1 on. */
  readonly label: number;
  readonly box: Box;
  /** How many pixels it has. */
  readonly area: number;
};

/** Which part each pixel belongs to; 0 is none. */
export type Labels = {readonly width: number; readonly height: number; readonly labels: Int32Array};

/** The part of a picture whose ink hangs together above a level; corners that touch count. */
export function partsOf({width, height, values}: Grey, level: number): {labels: Labels; parts: Part[]} {
  const labels = new Int32Array(values.length);
  const stack: number[] = [];
  const parts: Part[] = [];
  for (let start = 0; start < values.length; start++) {
    if (labels[start] !== 0 || values[start] <= level) continue;
    const label = parts.length + 1;
    let [left, right, top, bottom, area] = [width, 0, height, 0, 0];
    labels[start] = label;
    stack.push(start);
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      const y = Math.floor(pixel / width);
      const x = pixel - y * width;
      area++;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      for (let near = Math.max(0, y - 1); near <= Math.min(height - 1, y + 1); near++) {
        for (
          let other = near * width + Math.max(0, x - 1);
          other <= near * width + Math.min(width - 1, x + 1);
          other++
        ) {
          if (labels[other] !== 0 || values[other] <= level) continue;
          labels[other] = label;
          stack.push(other);
        }
      }
    }
    parts.push({label, area, box: {x: left, y: top, width: right - left + 1, height: bottom - top + 1}});
  }
  return {labels: {width, height, labels}, parts};
}

/** The parts of labelled pixels, their boxes and areas counted anew; labels without a pixel are left out. */
export function countParts({width, labels}: Labels): Part[] {
  const found = new Map<number, {left: number; right: number; top: number; bottom: number; area: number}>();
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel];
    if (label === 0) continue;
    const y = Math.floor(pixel / width);
    const x = pixel - y * width;
    const part = found.get(label);
    if (part === undefined) {
      found.set(label, {left: x, right: x, top: y, bottom: y, area: 1});
      continue;
    }
    part.left = Math.min(part.left, x);
    part.right = Math.max(part.right, x);
    part.bottom = y;
    part.area++;
  }
  return [...found].map(([label, {left, right, top, bottom, area}]) => ({
    label,
    area,
    box: {x: left, y: top, width: right - left + 1, height: bottom - top + 1},
  }));
}

/**
 * Lets labels grow into pixels without one, a pixel a turn, each pixel to the label that reaches it first.
 * @param may whether a pixel may be taken
 */
export function grow({width, height, labels}: Labels, turns: number, may: (pixel: number) => boolean): void {
  let edge: number[] = [];
  for (let pixel = 0; pixel < labels.length; pixel++) if (labels[pixel] !== 0) edge.push(pixel);
  for (let turn = 0; turn < turns && edge.length > 0; turn++) {
    const next: number[] = [];
    for (const pixel of edge) {
      const x = pixel % width;
      const around = [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width];
      for (const other of around) {
        if (other < 0 || other >= width * height || labels[other] !== 0 || !may(other)) continue;
        labels[other] = labels[pixel];
        next.push(other);
      }
    }
    edge = next;
  }
}
