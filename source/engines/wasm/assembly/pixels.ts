// The images as lists of their non-zero pixels, and a batch of such lists regrouped by pixel.

import {bucketBytes, bucketEnds, buckets, PIXELS, ROW, trainEntries, trainStarts} from './memory';

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
      let lit = ~i8x16.bitmask(i8x16.eq(v128.load(base + <usize>pixel), i8x16.splat(0))) & 0xffff;
      while (lit) {
        const place = pixel + ctz(lit);
        store<u32>(entries + (<usize>total << 2), (place << 17) | (<u32>load<u8>(base + <usize>place) << 2));
        total++;
        lit &= lit - 1;
      }
    }
  }
  store<u32>(starts + (<usize>count << 2), total);
  return total;
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
