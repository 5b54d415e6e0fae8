import zlib from 'node:zlib';

/** What a PNG is made of. */
export type PngForm = {
  readonly width: number;
  readonly height: number;
  readonly depth: 1 | 2 | 4 | 8 | 16;
  readonly colour: 0 | 2 | 3 | 4 | 6;
  readonly interlaced?: boolean;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  /** Further chunks before the pixels. */
  readonly chunks?: readonly Uint8Array[];
};

/** Samples of a pixel, by the kind of picture. */
export const samplesOf = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4} as const;

/** A chunk with its length and its checksum. */
export function pngChunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(content.length);
  chunk.set(body, 4);
  chunk.writeUInt32BE(zlib.crc32(body), body.length + 4);
  return chunk;
}

/** The first pixel and the steps of the seven passes (PNG specification, 8.2). */
const passes = ['0,0,8,8', '4,0,8,8', '0,4,4,8', '2,0,4,4', '0,2,2,4', '1,0,2,2', '0,1,1,2'].map(text =>
  text.split(',').map(Number),
);

/** A PNG put together by hand from the specification, each row filtered in another of the five ways. */
export function pngFile(form: PngForm, sample: (x: number, y: number, channel: number) => number): Buffer {
  const {width, height, depth, colour, interlaced = false, palette, transparency, chunks = []} = form;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const rows: Buffer[] = [];
  for (const [left, top, stepX, stepY] of interlaced ? passes : [[0, 0, 1, 1]]) {
    const columns = Math.ceil((width - left) / stepX);
    let before: Buffer | undefined;
    for (let y = top; columns > 0 && y < height; y += stepY) {
      const row = rowOf(form, columns, x => channel => sample(left + stepX * x, y, channel));
      rows.push(
        filtered(row, before ?? Buffer.alloc(row.length), rows.length % 5, Math.ceil((samplesOf[colour] * depth) / 8)),
      );
      before = row;
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...(palette === undefined ? [] : [pngChunk('PLTE', Uint8Array.from(palette))]),
    ...(transparency === undefined ? [] : [pngChunk('tRNS', Uint8Array.from(transparency))]),
    ...chunks,
    pngChunk('IDAT', zlib.deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

function rowOf({depth, colour}: PngForm, columns: number, pixel: (x: number) => (channel: number) => number): Buffer {
  const channels = samplesOf[colour];
  const row = Buffer.alloc(Math.ceil((columns * channels * depth) / 8));
  for (let place = 0; place < columns * channels; place++) {
    const value = pixel(Math.floor(place / channels))(place % channels);
    const bit = place * depth;
    if (depth === 16) row.writeUInt16BE(value, 2 * place);
    else row[bit >> 3] = (row[bit >> 3] ?? 0) | (value << (8 - depth - (bit & 7)));
  }
  return row;
}

/** A row with its filter's number before it (PNG specification, 9.2). */
function filtered(row: Buffer, before: Buffer, filter: number, step: number): Buffer {
  const result = Buffer.alloc(row.length + 1);
  result[0] = filter;
  for (let place = 0; place < row.length; place++) {
    const [a, b, c] = [place < step ? 0 : row[place - step], before[place], place < step ? 0 : before[place - step]];
    const near = [a, b, c].map(value => Math.abs(a + b - c - value));
    const paeth = near[0] <= near[1] && near[0] <= near[2] ? a : near[1] <= near[2] ? b : c;
    result[place + 1] = row[place] - [0, a, b, (a + b) >> 1, paeth][filter];
  }
  return result;
}
