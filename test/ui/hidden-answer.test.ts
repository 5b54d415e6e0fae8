import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import {numbersOverlay} from '../../source/ui/overlays/numbers.js';
import {whyOverlay} from '../../source/ui/overlays/why.js';
import {mapPanel} from '../../source/ui/panels/map-panel.js';
import {matrixPanel} from '../../source/ui/panels/matrix-panel.js';
import {mistakesPanel} from '../../source/ui/panels/mistakes-panel.js';
import {unitPanel} from '../../source/ui/panels/unit-panel.js';
import {wallPanel} from '../../source/ui/panels/wall-panel.js';
import {frameStates} from '../helpers/frame-states.js';
import {themeOf} from '../helpers/frames.js';
import {firstWrong, testLabels} from '../helpers/oracle-answers.js';
import {acted} from '../helpers/state.js';

const theme = themeOf('ASCII');
const hide: Action = {type: 'predict'};
const {training, mistakes, inside, onMap} = frameStates;
const toShow = 'p shows the answer';
/** What a panel or an overlay shows while the answer is shown, and while it is hidden. */
const both = (
  panel: Pick<typeof wallPanel, 'draw'>,
  state: State,
  columns: number,
  lines: number,
): [shown: string, hidden: string] => {
  assert.equal(state.choice.predicting, true);
  const [shown = '', hidden = ''] = [state, acted(state, hide)].map(each =>
    panel.draw(each, {columns, lines}, theme).join('\n'),
  );
  return [shown, hidden];
};

describe('a hidden answer', () => {
  it('is on no first digit that is chosen', () => {
    const [shown, hidden] = both(wallPanel, training, 70, 13);
    assert.match(shown, /\n>\+ 7 /);
    assert.match(hidden, /\n>\? {6}/);
  });

  it('is below no picture of the gallery, and the matrix marks no cell', () => {
    const [shown, hidden] = both(mistakesPanel, mistakes, 50, 9);
    assert.match(shown, /> \d \(\d\)/);
    assert.match(hidden, /> \? /);
    assert.doesNotMatch(hidden, /> \d/);
    const [marked, unmarked] = both(matrixPanel, mistakes, 50, 12);
    assert.match(marked, /\[ *\d+\]/);
    assert.doesNotMatch(unmarked, /[[\]]/);
  });

  it('leads nothing beside the chosen unit', () => {
    const [shown, hidden] = both(unitPanel, inside, 50, 10);
    assert.match(shown, /leads the/);
    assert.doesNotMatch(hidden, /leads|adds/);
    assert.ok(hidden.includes(toShow));
  });

  it('is not in the line below the map, while the chosen digit is pointed at', () => {
    const chosen = acted(onMap, {type: 'move-to', index: firstWrong});
    const [shown, hidden] = both(mapPanel, chosen, 50, 21);
    const digit = `test ${firstWrong}: label ${testLabels[firstWrong]}, `;
    assert.ok(shown.includes(`${digit}answer `), shown);
    assert.ok(hidden.includes(`${digit}${toShow}`), hidden);
  });

  it('has no reasons and no numbers', () => {
    for (const overlay of [whyOverlay, numbersOverlay]) {
      const [shown, hidden] = both(overlay, training, 80, 20);
      assert.notEqual(shown, hidden);
      assert.equal(hidden, toShow);
    }
  });
});
