import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';

/** The numbers of a module's sections, in their order (WebAssembly core specification, 5.5). */
function sections(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 8; at < bytes.length; ) {
    found.push(bytes[at++] ?? 0);
    let [length, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at++] ?? 0;
      length |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    at += length;
  }
  return found;
}

it('the kernels bring no data along, which would lie on their fixed places and be written anew by each thread', () => {
  const kernels = new URL('../../../source/engines/wasm/kernels.wasm', import.meta.url);
  const found = sections(readFileSync(kernels));
  assert.ok(found.includes(10), 'the code is there');
  assert.ok(!found.includes(11), 'there is a section of data');
});
