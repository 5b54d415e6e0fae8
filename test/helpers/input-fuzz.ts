import assert from 'node:assert/strict';
import {it} from 'node:test';
import {seededRandom} from '../../source/network/random.js';
import {InputParser} from '../../source/terminal/input.js';
import {bytesOf, csi} from './terminal-input.js';

const random = seededRandom(20, 0);
const one = <Value>(values: readonly Value[]): Value => values[random.below(values.length)];
const characters = [...'tpqrgam?.019 éйЮ漢🙂'];
/** Pieces that are no text. */
const sequences = [
  ...[`${csi}A`, `${csi}1;5P`, `${csi}15~`, `${csi}5^`, `${csi}<0;10;10m`, `${csi}Mq\u00FF\u0080`, `${csi}I`],
  ...[`${csi}?62;22c`, `${csi}12;2$y`, '\u001BOA', '\u001B]11;rgb:1e/1e/1e\u001B\\', '\u001B]52;c;quit\u0007'],
  ...['\u001BP1+r524742\u001B\\', '\u001B_quit\u001B\\', '\u001B^quit\u001B\\', `${csi}200~the net q${csi}201~`],
  ...[`${csi}1;1:3A`, `${csi}57441u`, '\u00FF', '\u00C3', '\u00E2\u0082'],
].map(sequence => Buffer.from(sequence, 'latin1'));

/** Checks random input, so many pieces of it. */
export function checkRandomInput(chunks: number): void {
  it('gives the keys of its text and no others, however sequences stand between and pieces are cut', () => {
    const parser = new InputParser();
    for (let chunk = 0; chunk < chunks; chunk++) {
      const pieces = Array.from({length: 1 + random.below(6)}, () =>
        random.below(2) === 0 ? one(characters) : one(sequences),
      );
      const bytes = Buffer.concat(pieces.map(piece => (typeof piece === 'string' ? bytesOf(piece) : piece)));
      const cut = random.below(bytes.length + 1);
      const events = [...parser.feed(bytes.subarray(0, cut)), ...parser.feed(bytes.subarray(cut)), ...parser.flush()];
      const text = events.flatMap(event => (event.type === 'key' ? [event.text] : [])).join('');
      assert.equal(text, pieces.filter(piece => typeof piece === 'string').join(''), bytes.toString('latin1'));
      assert.equal(parser.patience, undefined);
    }
  });

  it('of any bytes throws nothing, invents no text, and leaves no state behind', () => {
    const likely = Buffer.from('\u001B[]OP_^X;:<?$~MmuRAZ0123456789\u0003\u0007\u0018\\ \u009B', 'latin1');
    for (let chunk = 0; chunk < chunks; chunk++) {
      const parser = new InputParser();
      const bytes = Buffer.from(
        Array.from({length: random.below(24)}, () => (random.below(3) === 0 ? random.below(256) : one([...likely]))),
      );
      const events = [...parser.feed(bytes), ...parser.flush()];
      const given = new TextDecoder().decode(bytes);
      // What kitty sends as a number, and what the numeric pad types, is not in the bytes as text.
      const isCoded = [...'u~O\u008F'].some(character => given.includes(character));
      for (const event of events) {
        if (event.type === 'key' && !isCoded) assert.ok(given.includes(event.text), JSON.stringify(given));
      }
      if (parser.patience === undefined && !given.includes('200~')) {
        assert.deepEqual(parser.feed(bytesOf('t')).length, 1, JSON.stringify(given));
      }
      parser.flush();
      assert.equal(parser.patience, undefined);
    }
  });
}
