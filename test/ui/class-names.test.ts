import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createTheme} from '../../source/text/theme.js';
import {layout} from '../../source/ui/layout.js';
import {digitPanel} from '../../source/ui/panels/digit-panel.js';
import {footer} from '../../source/ui/panels/footer.js';
import {overlayPanel} from '../../source/ui/panels/overlay-panel.js';
import {predictionPanel} from '../../source/ui/panels/prediction-panel.js';
import {after, idle, loaded, scoresOf} from '../helpers/state.js';

const theme = createTheme(process.stdout, {LANG: 'C.UTF-8'}, 'linux', false);
const classNames = ['Top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'];
const labels = loaded.test.data.labels.map(() => 9);
const clothes = after(
  idle,
  {...loaded.test, data: {...loaded.test.data, labels, classNames}},
  {type: 'predict'},
  scoresOf('test', 0, 5),
);
const digits = after(idle, {type: 'predict'}, scoresOf('test', 0, 5));
const plain = (lines: readonly string[]): string => stripVTControlCharacters(lines.join('\n'));

describe('a dataset that has no digits', () => {
  it('names its classes over the image and beside the bars', () => {
    const places = layout(80, 24);
    assert.ok(places !== undefined);
    assert.match(plain(digitPanel(clothes, places, theme)), /^.* test 0 Ankle boot /);
    const lines = plain(predictionPanel(clothes, 50, 11, theme)).split('\n');
    assert.match(lines[0] ?? '', /answer Sandal, wrong/);
    assert.match(lines[6] ?? '', /5 Sandal /);
    assert.match(lines[10] ?? '', /9 Ankle boot .*0\.10 label$/);
  });

  it('leaves the names out where the bars need the room', () => {
    const lines = plain(predictionPanel(clothes, 30, 11, theme)).split('\n');
    assert.doesNotMatch(lines.slice(1).join('\n'), /Sandal/);
    assert.ok(lines.every(line => line.length <= 30 + ' label'.length));
  });

  it('has images in the keys, the footer and the hint', () => {
    for (const [state, word, other] of [
      [clothes, 'image', 'digit'],
      [digits, 'digit', 'image'],
    ] as const) {
      const closed = {...state, predicting: false, overlay: 'keys'} as const;
      const shown = [
        ...overlayPanel(closed, 80, 23, theme),
        ...footer(closed, 120, theme),
        ...predictionPanel(closed, 60, 11, theme),
      ];
      assert.match(plain(shown), new RegExp(`previous ${word}\n`));
      assert.match(plain(shown), new RegExp(` ${word}s `));
      assert.match(plain(shown), new RegExp(`predicts the ${word}`));
      assert.doesNotMatch(plain(shown), new RegExp(other));
    }
  });
});
