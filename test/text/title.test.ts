import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createPaint} from '../../source/text/paint.js';
import {titleLine} from '../../source/text/title.js';

const plain = {unicode: true, background: 'dark', greys: 0, paint: createPaint(1, 'dark')} as const;
const ascii = {unicode: false, background: 'dark', greys: 0, paint: createPaint(1, 'dark')} as const;
const colored = {unicode: true, background: 'dark', greys: 26, paint: createPaint(4, 'dark')} as const;

describe("a panel's first line", () => {
  it('has its name, the detail and a rule to the full width', () => {
    assert.equal(titleLine('test 200', 'label 3', 28, plain), '─ test 200 label 3 ─────────');
    assert.equal(titleLine('Training', '', 20, plain), '─ Training ─────────');
    assert.equal(titleLine('Training', 'early stop', 30, ascii), '- Training early stop --------');
  });

  it('cuts off the detail where it does not fit', () => {
    assert.equal(titleLine('Loss', 'train  test', 12, plain), '─ Loss trai ');
    assert.equal(titleLine('Loss', 'train  test', 8, plain), '─ Loss ─');
    assert.equal(titleLine('Loss', 'train  test', 7, plain), '─ Loss ');
  });

  it('has exactly its width, with colours as without', () => {
    const names = ['test 0', 'train 59999', 'Prediction', 'Training', 'Loss, percent', 'Confusion', 'Model summary'];
    const details = [
      '',
      'label 3',
      'answer 3, wrong; weights are random',
      colored.paint('test', '═ test  ┄ early stop'),
    ];
    for (const name of names) {
      for (const detail of details) {
        for (let width = name.length + 3; width <= 80; width++) {
          for (const theme of [plain, ascii, colored]) {
            const line = stripVTControlCharacters(titleLine(name, detail, width, theme));
            assert.equal(line.length, width, `${name} with "${detail}" in ${width}`);
          }
        }
      }
    }
  });

  it('keeps the colours of a detail that fits, and loses them with one that is cut off', () => {
    const detail = colored.paint('good', 'right');
    assert.ok(titleLine('x', detail, 20, colored).includes(detail));
    const cut = titleLine('x', detail, 8, colored);
    assert.equal(stripVTControlCharacters(cut), '─ x rig ');
    assert.ok(!cut.includes('\u001B[32m'));
  });
});
