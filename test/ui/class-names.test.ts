import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createTheme} from '../../source/text/theme.js';
import {digitPanel} from '../../source/ui/panels/digit-panel.js';
import {footer} from '../../source/ui/panels/footer.js';
import {overlayPanel} from '../../source/ui/panels/overlay-panel.js';
import {predictionPanel} from '../../source/ui/panels/prediction-panel.js';
import {acted, idle, loaded, network, told} from '../helpers/state.js';

const theme = createTheme(process.stdout, {LANG: 'C.UTF-8'}, 'linux', false);
const classNames = ['Top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'];
const labels = loaded.test.data.labels.map(() => 9);
const clothes = acted(told(idle, {...loaded.test, data: {...loaded.test.data, labels, classNames}}, network(5)), {
  type: 'predict',
});
const digits = acted(told(idle, network(5)), {type: 'predict'});
const plain = (lines: readonly string[]): string => stripVTControlCharacters(lines.join('\n'));

describe('a dataset that has no digits', () => {
  it('names its classes over the image and beside the bars', () => {
    assert.match(plain(digitPanel.draw(clothes, {columns: 28, lines: 15}, theme)), /^.* test 0 Ankle boot /);
    const lines = plain(predictionPanel.draw(clothes, {columns: 50, lines: 11}, theme)).split('\n');
    assert.match(lines[0] ?? '', /answer Sandal, wrong/);
    assert.match(lines[6] ?? '', /5 Sandal /);
    assert.match(lines[10] ?? '', /9 Ankle boot .*0\.10 label$/);
  });

  it('leaves the names out where the bars need the room', () => {
    const lines = plain(predictionPanel.draw(clothes, {columns: 30, lines: 11}, theme)).split('\n');
    assert.doesNotMatch(lines.slice(1).join('\n'), /Sandal/);
    assert.ok(lines.every(line => line.length <= 30));
  });

  it('has images in the keys, the footer and the hint', () => {
    for (const [state, word, other] of [
      [clothes, 'image', 'digit'],
      [digits, 'digit', 'image'],
    ] as const) {
      const closed = acted(state, {type: 'close'}, {type: 'toggle-overlay', overlay: 'keys'});
      const shown = [
        ...overlayPanel(closed, 'keys', 80, 23, theme),
        ...footer(acted(closed, {type: 'close'}), 120, theme),
        ...predictionPanel.draw(closed, {columns: 60, lines: 11}, theme),
      ];
      assert.match(plain(shown), new RegExp(`previous, next ${word}`));
      assert.match(plain(shown), new RegExp(` ${word}s `));
      assert.doesNotMatch(plain(shown), new RegExp(other));
    }
  });
});
