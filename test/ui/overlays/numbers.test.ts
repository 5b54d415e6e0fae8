import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {numberSentences, numbersOverlay} from '../../../source/ui/overlays/numbers.js';
import {firstStep} from '../../helpers/first-step.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {readOracle} from '../../helpers/oracle.js';
import {acted, progress, shown, started, told} from '../../helpers/state.js';

const [before, after] = firstStep();
const stepped = told(
  acted(frameStates.ready, {type: 'predict'}, {type: 'step'}),
  ...started(),
  before,
  progress(1, 1),
  after,
);
const linesOf = (
  state: typeof stepped,
  columns = 80,
  lines = 20,
  kind: Parameters<typeof themeOf>[0] = 'ASCII',
): string[] => numbersOverlay.draw(state, {columns, lines}, themeOf(kind)).map(stripVTControlCharacters);

describe('the numbers, as they are shown', () => {
  it('add up to the loss as they are written', () => {
    for (let index = 0; index < 60; index++) {
      const text = linesOf(acted(frameStates.training, {type: 'move-to', index})).join('\n');
      const rows = [...text.matchAll(/ {4}\d {2} ?-?\d\.\d\d {7}([01]) {3}(\d\.\d{4})$/gm)];
      const [, sum = '', loss = ''] = /loss = (\d\.\d{4}) \/ 10 = (\d\.\d{5})/.exec(text) ?? [];
      assert.deepEqual([rows.length, rows.filter(([, wanted]) => wanted === '1').length], [10, 1], text);
      assert.equal(rows.reduce((all, [, , square]) => all + Number(square), 0).toFixed(4), sum);
      assert.equal(loss, (Number(sum) / 10).toFixed(5));
    }
  });

  it("write Adam's first step out: the learning rate itself, from PyTorch's weight to PyTorch's", () => {
    const text = linesOf(stepped).join('\n');
    const unit = Number(/hidden unit (\d+)/.exec(text)?.[1]);
    const place = unit * 784 + 14 * 28 + 14;
    const oracle = readOracle();
    const [from, to] = [oracle.initial.weights.hiddenWeight[place], oracle.weightsAfter(1).hiddenWeight[place]];
    const [, start, update, end] = /weight {5}(\S+) ([-+]\S+) = (\S+)/.exec(text) ?? [];
    assert.deepEqual([start, end], [from?.toFixed(6), to?.toFixed(6)]);
    assert.equal((Number(start) + Number(update)).toFixed(6), end);
    assert.match(update ?? '', /^[-+]0\.001000$/);
    assert.match(text, /\nAdam's first step is the learning rate itself, whatever the gradient\.$/);
  });

  it('say so where the gradient is 0', () => {
    const corner = acted(stepped, {type: 'point-pixel', columns: -30, rows: -30});
    assert.match(linesOf(corner).join('\n'), /\nThe gradient is 0: no ink here in that batch, or the unit was off\.$/);
  });

  it('fit every size, are plain ASCII where there is no Unicode, and the same in colours', () => {
    for (const state of [stepped, frameStates.training]) {
      for (const [columns, lines] of [
        [40, 8],
        [54, 18],
        [80, 20],
        [100, 26],
        [200, 46],
      ] as const) {
        const shown = linesOf(state, columns, lines);
        assert.ok(shown.length <= lines, `${shown.length} lines of ${lines}`);
        for (const line of shown) assert.match(line, new RegExp(`^[ -~]{0,${columns}}$`));
        assert.deepEqual(linesOf(state, columns, lines, 'ASCII, colours'), shown);
      }
    }
  });

  it('are said in sentences to a screen reader, and wait for what they are about', () => {
    const [loss, step] = numberSentences(stepped);
    assert.match(loss ?? '', /^label 7: 1 is wanted for 7, 0 for the others; loss 0\.\d+, the mean of ten squared/);
    assert.match(step ?? '', /^step 1, unit \d+: -?0\.\d{6} [-+]0\.001000$/);
    assert.deepEqual(linesOf(shown), ['working']);
  });
});
