import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {whyOverlay, whySentences} from '../../../source/ui/overlays/why.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frames.js';
import {oracleScores, testLabels} from '../../helpers/oracle-answers.js';
import {acted, shown} from '../../helpers/state.js';

const asked = acted(frameStates.training, {type: 'why'});
const linesOf = (index: number, columns = 80, lines = 20, kind: Parameters<typeof themeOf>[0] = 'ASCII'): string[] =>
  whyOverlay
    .draw(acted(asked, {type: 'move-to', index}), {columns, lines}, themeOf(kind))
    .map(stripVTControlCharacters);

describe('why, as it is shown', () => {
  it('is the lead that PyTorch has, and the written parts add up to it to the last digit', () => {
    for (let index = 0; index < 150; index++) {
      const text = linesOf(index).join('\n');
      const number = (name: string): number => Number(new RegExp(`([-+]\\d\\.\\d+) {2}${name}`).exec(text)?.[1]);
      const lead = /= (\d\.\d+) {2}lead/.exec(text)?.[1] ?? '';
      const scores = oracleScores(index);
      const [answer, next] = scores.map((_, digit) => digit).sort((one, other) => scores[other] - scores[one]);
      assert.ok(Math.abs(Number(lead) - (scores[answer] - scores[next])) < 0.0051, `test ${index}: ${lead}`);
      const sum = number(`pixels for ${answer}`) + number(`pixels for ${next}`) + number('biases');
      assert.equal(sum.toFixed(lead.length - 2), lead, `test ${index}`);
      const verdict = answer === testLabels[index] ? 'right' : 'wrong';
      assert.ok(text.includes(`test ${index}: label ${testLabels[index]}, answer ${answer}, ${verdict}`));
    }
  });

  it('fits its width, says the same in colours, and is plain ASCII where there is no Unicode', () => {
    for (const [columns, lines] of [
      [40, 8],
      [54, 18],
      [80, 20],
      [100, 28],
      [200, 46],
    ] as const) {
      for (const kind of ['ASCII', 'Unicode'] as const) {
        const shown = linesOf(8, columns, lines, kind);
        assert.ok(
          shown.every(line => line.length <= columns),
          `${columns} columns`,
        );
        if (kind === 'ASCII') assert.match(shown.join(''), /^[ -~]*$/);
        const words = (all: readonly string[]): string =>
          all.map(line => line.slice(columns < 70 ? 16 : columns < 98 || lines < 28 ? 30 : 58)).join('\n');
        const coloured = words(linesOf(8, columns, lines, `${kind}, colours`));
        const names = coloured.replaceAll('orange', '+#').replaceAll('blue', '-=').replaceAll('grey:', '.');
        assert.equal(names.replaceAll(/\s+/g, ' '), words(shown).replaceAll(/\s+/g, ' '));
      }
    }
  });

  it('is said in sentences to a screen reader', () => {
    const [digit, lead, ...parts] = whySentences(frameStates.training);
    assert.equal(digit, 'test 0: label 7, answer 7, right');
    assert.match(lead ?? '', /^7 leads 3, the runner-up, by 0\.\d\d$/);
    assert.match(parts.join('; '), /^\+\d\.\d\d {2}pixels for 7; .* Bookkeeping, not a reason: .*/);
  });

  it('waits for what it is about', () => {
    assert.deepEqual(whyOverlay.draw(shown, {columns: 80, lines: 20}, themeOf('ASCII')), ['working']);
  });
});
