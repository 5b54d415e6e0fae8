import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {splitEvaluation} from '../../../source/state/evaluations.js';
import type {State} from '../../../source/state/state.js';
import {matrixPanel} from '../../../source/ui/panels/matrix-panel.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {openKeys} from '../../helpers/keys.js';
import {oracleConfusion} from '../../helpers/oracle-answers.js';
import {acted} from '../../helpers/state.js';
import {csi} from '../../helpers/terminal-input.js';

const draw = (state: State, columns: number, lines: number): readonly string[] =>
  matrixPanel.draw(state, {columns, lines}, themeOf('ASCII'));
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count);
const {mistakes, choosing, ofTrain} = frameStates;

describe('the confusion matrix', () => {
  it("has PyTorch's counts, and recall and precision from them, in whole percent or with a decimal", () => {
    for (const [columns, lines, decimals] of [
      [50, 12, 0],
      [64, 13, 1],
    ] as const) {
      const rows = draw(mistakes, columns, lines)
        .slice(2, 12)
        .map(line =>
          line
            .replaceAll(/[[\]%]/g, ' ')
            .trim()
            .replaceAll('.  ', '0  ')
            .split(/ +/),
        );
      const numbers = rows.map(row => row.map(text => (text === '.' ? 0 : Number(text))));
      const expected = digits.map(digit => {
        const counts = oracleConfusion.slice(10 * digit, 10 * digit + 10);
        const right = 100 * counts[digit];
        const named = sum(digits.map(label => oracleConfusion[10 * label + digit]));
        return [digit, ...counts, ...[right / sum(counts), right / named].map(part => Number(part.toFixed(decimals)))];
      });
      assert.deepEqual(numbers, expected, `${columns} columns`);
    }
  });

  it('has thousands with a decimal where there is no room for all digits, and says so', () => {
    const found = splitEvaluation(ofTrain, 'train')?.found.confusion ?? [];
    const lines = draw(ofTrain, 50, 12);
    assert.match(lines[0] ?? '', /row label, column answer; 1\.2 = 1,200/);
    for (const digit of digits) {
      const count = found[11 * digit] ?? 0;
      assert.ok(count > 1000);
      const shown = /\d\.\d/.exec(lines[2 + digit] ?? '')?.[0];
      assert.ok(Math.abs(1000 * Number(shown) - count) <= 50, `${shown} for ${count}`);
    }
  });

  it('fits all its columns and marks any cell, of either split', () => {
    for (const state of [choosing, acted(ofTrain, {type: 'hold'})]) {
      for (let columns = 43; columns <= 90; columns++) {
        for (const [label, answer] of [
          [0, 0],
          [9, 9],
          [0, 9],
          [9, 0],
        ] as const) {
          const marked = acted(
            state,
            {type: 'move-cell', down: 20, right: 20},
            {type: 'move-cell', down: label - 9, right: answer - 9},
          );
          const lines = draw(marked, columns, 16);
          const where = `${columns} columns, ${label} as ${answer}`;
          assert.ok(
            lines.every(line => line.length <= columns),
            where,
          );
          const found = lines.slice(2, 12).map(line => /\[ *([\d.]+k?)]/.exec(line)?.[1]);
          assert.deepEqual(
            found.map(text => text !== undefined),
            digits.map(digit => digit === label),
            where,
          );
        }
      }
    }
  });

  it('says the chosen cell in words, also one of a single digit', () => {
    const title = (down: number, right: number): string =>
      draw(acted(choosing, {type: 'move-cell', down, right}), 50, 12)[0];
    const count = (label: number, answer: number): string =>
      oracleConfusion[10 * label + answer].toLocaleString('en-US');
    assert.match(title(0, 0), new RegExp(`^- Confusion ${count(4, 9)} fours read as nines -`));
    assert.match(title(-3, -8), new RegExp(`^- Confusion ${count(1, 1)} ones read right -`));
    assert.match(title(0, -2), new RegExp(`^- Confusion ${count(4, 7) === '1' ? '1 four read as a seven' : '?'} -`));
  });

  it('says in ASCII where its words are cut off', () => {
    const lines = draw(mistakes, 50, 15);
    assert.ok(lines.some(line => line.endsWith('...')) && lines.every(line => /^[ -~]*$/.test(line)), lines.join('\n'));
  });

  it('is given the arrows by Enter, and opens a cell with Enter, on 80 × 24', () => {
    const {send} = openKeys(mistakes);
    assert.equal(send('\r').screen.holds, true);
    const moved = send(`${csi}D${csi}B`);
    const {label, answer} = moved.matrix.cell ?? {label: -1, answer: -1};
    assert.deepEqual([label, answer], [7, 3]);
    assert.equal(moved.choice.index, mistakes.choice.index);
    assert.equal(send('\r').matrix.isOpen, true);
    assert.equal(send('\u001B').matrix.isOpen, false);
    assert.equal(send('\u001B').screen.holds, false);
  });
});
