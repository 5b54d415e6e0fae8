// The images as lists of their non-zero pixels, and a batch of such lists regrouped by pixel.

import {bucketBytes, bucketEnds, buckets, litFirst, PIXELS, ROW, trainEntries, trainStarts} from './memory';

/**
 * Appends the non-zero pixels of images to a list of entries that already has `total`, and writes where each image's
 * entries begin and the last one's end (count + 1 numbers, u32, from `starts` on). An entry is one u32: the byte at
 * which the pixel's row begins in a panel, and in the lower ten bits where its brightness is in the table.
 * Returns the new total.
 */
export function listPixels(images: usize, count: i32, starts: usize, entries: usize, total: i32): i32 {
  for (let image = 0; image < count; image++) {
    store<u32>(starts + (<usize>image << 2), total);
    const base = images + <usize>image * PIXELS;
    for (let pixel = 0; pixel < PIXELS; pixel += 16) {
      const values = v128.load(base + <usize>pixel);
      const lit = ~i8x16.bitmask(i8x16.eq(values, i8x16.splat(0))) & 0xffff;
      if (!lit) continue;
      const low = i16x8.extend_low_i8x16_u(values);
      const high = i16x8.extend_high_i8x16_u(values);
      total = append(entries, total, lit & 15, pixel, i32x4.extend_low_i16x8_u(low));
      total = append(entries, total, (lit >> 4) & 15, pixel + 4, i32x4.extend_high_i16x8_u(low));
      total = append(entries, total, (lit >> 8) & 15, pixel + 8, i32x4.extend_low_i16x8_u(high));
      total = append(entries, total, lit >> 12, pixel + 12, i32x4.extend_high_i16x8_u(high));
    }
  }
  store<u32>(starts + (<usize>count << 2), total);
  return total;
}

/** Appends those of four pixels that are lit, and writes over the rest of the four places, where others will lie. */
// @ts-ignore: decorator
@inline
function append(entries: usize, total: i32, lit: i32, pixel: i32, values: v128): i32 {
  const places = i32x4.add(i32x4.splat(pixel << 17), i32x4(0, 1 << 17, 2 << 17, 3 << 17));
  const all = v128.or(places, i32x4.shl(values, 2));
  v128.store(entries + (<usize>total << 2), i8x16.swizzle(all, v128.load(litFirst + (<usize>lit << 4))));
  return total + popcnt(lit);
}

/**
 * Reads through the lists of some of a batch's images, so that they are in a core's cache when the next step begins:
 * images come in random order, and their lists from main memory.
 */
export function fetchLists(batch: usize, from: i32, to: i32): u32 {
  let sum: u32 = 0;
  for (let image = from; image < to; image++) {
    const list = trainStarts + (<usize>load<u32>(batch + (<usize>image << 2)) << 2);
    const end = trainEntries + (<usize>load<u32>(list, 4) << 2);
    for (let line = trainEntries + (<usize>load<u32>(list) << 2); line < end; line += 64) sum += load<u32>(line);
  }
  return sum;
}

/** Regroups the lit pixels of a part's images by pixel, in the order of the images. */
export function bucketPixels(batch: usize, part: i32, from: i32, to: i32): void {
  const ends = bucketEnds + <usize>part * (PIXELS * 4);
  let bucket = buckets + <usize>part * (<usize>PIXELS * bucketBytes);
  for (let end = ends; end < ends + PIXELS * 4; end += 4) {
    store<u32>(end, <u32>bucket);
    bucket += bucketBytes;
  }
  for (let image = from; image < to; image++) {
    const list = trainStarts + (<usize>load<u32>(batch + (<usize>image << 2)) << 2);
    const last = trainEntries + (<usize>load<u32>(list, 4) << 2);
    const place = (<u32>image * <u32>ROW) << 10;
    for (let entry = trainEntries + (<usize>load<u32>(list) << 2); entry < last; entry += 4) {
      const packed = load<u32>(entry);
      const end = ends + (<usize>(packed >> 17) << 2);
      const slot = load<u32>(end);
      store<u32>(<usize>slot, place | (packed & 1023));
      store<u32>(end, slot + 4);
    }
  }
}
