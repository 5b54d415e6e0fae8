import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {unzipSync} from 'fflate';
import {initialState} from '../../../source/network/initial-state.js';
import {parameterNames} from '../../../source/network/network-state.js';
import {type Random, seededRandom} from '../../../source/network/random.js';
import {type Checkpoint, encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {decodeModel} from '../../../source/training/formats/model-file.js';
import {encodeSafetensors, isSafetensors} from '../../../source/training/formats/safetensors.js';
import {assertUserError} from '../../helpers/errors.js';
import {npzFile} from '../../helpers/npz.js';
import {fixture} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const inputs = 10_000;
const mostMilliseconds = 1000;
const mostGrowth = 300e6;

/** Flips, cuts and overwrites some bytes, near the start and the end rather than in the values between. */
function damage(bytes: Buffer, random: Random): Buffer {
  const place = (): number => {
    const near = random.below(Math.min(bytes.length, 500));
    return [near, bytes.length - 1 - near, random.below(bytes.length)][random.below(3)] ?? near;
  };
  switch (random.below(4)) {
    case 0:
      return bytes.subarray(0, place());
    case 1:
      return Buffer.concat([bytes.subarray(0, place()), bytes.subarray(place())]);
    case 2:
      bytes.writeUInt32LE(random.next(), Math.min(place(), Math.max(0, bytes.length - 4)));
      return bytes;
    default:
      for (let left = 1 + random.below(4); left > 0; left--) {
        const at = place();
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      }
      return bytes;
  }
}

/** A damaged file: its bytes as they are, or of an archive one member, its sums right; of .safetensors the beginning. */
function damaged(good: Buffer, random: Random): Buffer {
  if (random.below(2) === 0) return damage(Buffer.from(good), random);
  if (isSafetensors(good))
    return Buffer.concat([damage(Buffer.from(good.subarray(0, 800)), random), good.subarray(800)]);
  const members = unzipSync(good);
  const name = Object.keys(members)[random.below(Object.keys(members).length)] ?? '';
  return Buffer.from(npzFile({...members, [name]: damage(Buffer.from(members[name] ?? []), random)}));
}

it(`of ${inputs} damaged files of weights each is read whole or refused in one line, at once`, () => {
  const {weights} = initialState(3, 1);
  const good = [
    Buffer.from(encodeCheckpoint(initialState(3, 1), runInfo(3))),
    readFileSync(fixture('format-1.npz')),
    Buffer.from(encodeSafetensors({weights, loss: 'mse'})),
  ];
  const random = seededRandom(11, 0);
  const before = process.memoryUsage.rss();
  let read = 0;
  for (let round = 0; round < inputs; round++) {
    const bytes = damaged(good[round % good.length] ?? assert.fail(), random);
    const began = process.cpuUsage();
    let checkpoint: Checkpoint | undefined;
    try {
      checkpoint = decodeModel(bytes, 'it');
    } catch (error) {
      assertUserError(error, /^it: .{1,400}$/);
    }
    if (checkpoint !== undefined) {
      read++;
      for (const name of parameterNames)
        assert.ok(checkpoint.state.weights[name].every(Number.isFinite), `round ${round}`);
    }
    const {user, system} = process.cpuUsage(began);
    assert.ok((user + system) / 1000 < mostMilliseconds, `round ${round} took ${(user + system) / 1000} ms`);
  }
  assert.ok(process.memoryUsage.rss() - before < mostGrowth);
  assert.ok(read > inputs / 100 && read < inputs, `${read} were read`);
});
