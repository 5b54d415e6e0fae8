import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../source/state/actions.js';
import {mostUndone} from '../../source/state/drawing.js';
import {chosenDigit, isBlank, prediction} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import {canvas, image, ready, stroke} from '../helpers/drawing.js';
import {mnist} from '../helpers/mnist.js';
import {testLabels} from '../helpers/oracle-answers.js';
import {acted} from '../helpers/state.js';

const {test} = mnist();
const move = (right: number, down: number): Action => ({type: 'move-pen', right, down});
const pen: Action = {type: 'take-tool', tool: 'pen'};
const ink = ({drawing}: State, x: number, y: number): number => drawing.pixels[28 * y + x];
const inked = ({drawing}: State): number => drawing.pixels.filter(value => value > 0).length;

describe('the canvas', () => {
  it('is empty at first: then there is no digit and no answer, and nothing can be kept, cleared or taken back', () => {
    assert.equal(inked(canvas), 0);
    assert.equal(chosenDigit(canvas), undefined);
    assert.equal(prediction(canvas), undefined);
    assert.ok(isBlank(canvas) && !isBlank(ready));
    for (const type of ['ask-label', 'ask-clear'] as const) {
      const asked = acted(canvas, {type});
      assert.deepEqual([asked.screen.question, asked.screen.notice], [undefined, 'nothing drawn']);
    }
    assert.equal(acted(canvas, {type: 'undo'}).screen.notice, 'nothing to take back');
  });

  it('opens on the chosen digit, with its label, a copy of its pixels, and the arrows', () => {
    const opened = acted(ready, {type: 'move-to', index: 3}, {type: 'draw'});
    assert.deepEqual([opened.screen.view, opened.screen.holds], ['draw', true]);
    assert.deepEqual([...opened.drawing.pixels], image(3));
    assert.notEqual(opened.drawing.pixels.buffer, test.images.buffer);
    assert.equal(chosenDigit(opened)?.label, testLabels[3]);
    assert.equal(prediction(opened)?.answer, 4);
    const changed = acted(opened, stroke(2.5, 2.5, true));
    assert.deepEqual([...(chosenDigit(changed)?.pixels ?? [])], [...changed.drawing.pixels]);
    assert.equal(chosenDigit(changed)?.label, testLabels[3]);
    assert.deepEqual([...test.images.subarray(3 * 784, 4 * 784)], image(3));
  });

  it('shows the digit elsewhere, and the drawing again when one comes back', () => {
    const drawn = acted(canvas, stroke(14, 5, true), stroke(14, 22, false), {type: 'lift'});
    const elsewhere = acted(drawn, {type: 'view', view: 'learn'});
    assert.deepEqual([...(chosenDigit(elsewhere)?.pixels ?? [])], image(0));
    const back = acted(elsewhere, {type: 'view', view: 'draw'});
    assert.equal(back.drawing.pixels, drawn.drawing.pixels);
    assert.equal(chosenDigit(back)?.label, undefined);
  });

  it('takes another digit when one is chosen in its view: by an index, the next mistake, the other split', () => {
    const opened = acted(ready, {type: 'draw'});
    const asked = acted(opened, {type: 'ask-index'}, {type: 'type-index', typed: '7'}, {type: 'accept-index'});
    assert.deepEqual([...asked.drawing.pixels], image(7));
    assert.deepEqual(acted(asked, {type: 'switch-split'}).drawing.of, {split: 'train', index: 7});
    assert.deepEqual([...acted(asked, {type: 'undo'}).drawing.pixels], image(0));
  });

  it('draws with the mouse from report to report, and takes a stroke back whole', () => {
    const drawn = acted(canvas, stroke(4.5, 4.5, true), stroke(20.5, 4.5, false), stroke(20.5, 20.5, false));
    for (const [x, y] of [
      [4, 4],
      [12, 4],
      [20, 4],
      [20, 12],
      [20, 20],
    ] as const)
      assert.equal(ink(drawn, x, y), 255);
    assert.deepEqual(drawn.drawing.cursor, {x: 20, y: 20});
    const lifted = acted(drawn, {type: 'lift'}, stroke(4.5, 20.5, true), {type: 'lift'});
    assert.equal(ink(lifted, 12, 20), 0);
    assert.equal(acted(lifted, {type: 'undo'}).drawing.pixels, drawn.drawing.pixels);
    assert.equal(inked(acted(lifted, {type: 'undo'}, {type: 'undo'})), 0);
  });

  it('erases with the right button, and then is as empty as at first', () => {
    const drawn = acted(canvas, stroke(4.5, 4.5, true), stroke(8.5, 4.5, false), {type: 'lift'});
    const erased = acted(drawn, stroke(3, 4.5, true, true), stroke(10, 4.5, false, true), {type: 'lift'});
    assert.equal(ink(erased, 6, 4), 0);
    const bare = [2, 4, 6].reduce(
      (before, y) => acted(before, stroke(0, y, true, true), stroke(12, y, false, true)),
      drawn,
    );
    assert.ok(isBlank(bare));
  });

  it('draws with the pen where the cursor goes, erases with the eraser, and stays within its edges', () => {
    const drawn = acted(
      canvas,
      pen,
      ...new Array<Action>(5).fill(move(1, 0)),
      pen,
      ...new Array<Action>(3).fill(move(0, 1)),
    );
    assert.deepEqual(drawn.drawing.cursor, {x: 19, y: 17});
    assert.deepEqual(
      [14, 15, 19].map(x => ink(drawn, x, 14)),
      [255, 255, 255],
    );
    assert.equal(ink(drawn, 19, 17), 0);
    const erased = acted(
      drawn,
      ...new Array<Action>(3).fill(move(0, -1)),
      {type: 'take-tool', tool: 'eraser'},
      move(-1, 0),
    );
    assert.deepEqual(
      [14, 18, 19].map(x => ink(erased, x, 14)),
      [255, 0, 0],
    );
    const corner = acted(canvas, ...new Array<Action>(40).fill(move(-1, -1)));
    assert.deepEqual(corner.drawing.cursor, {x: 0, y: 0});
    assert.equal(acted(corner, pen, move(-1, 0)).drawing.before.length, 1);
  });

  it('takes back each step of the pen with its cursor, as many as are kept', () => {
    const line = acted(canvas, pen, move(1, 0), move(1, 0));
    const back = acted(line, {type: 'undo'});
    assert.deepEqual([back.drawing.cursor.x, ink(back, 16, 14) < 255, back.drawing.tool], [15, true, 'none']);
    const long = acted(canvas, pen, ...Array.from({length: 100}, (_, step) => move(step % 2 === 0 ? 1 : -1, 0)));
    assert.equal(long.drawing.before.length, mostUndone);
  });

  it('lets go of the pen when the arrows are given back, and when another view is shown', () => {
    const drawing = acted(canvas, {type: 'hold'}, pen);
    for (const action of [{type: 'close'}, {type: 'view', view: 'map'}] as const) {
      const {drawing: left, screen} = acted(drawing, action);
      assert.deepEqual([left.tool, screen.holds], ['none', false]);
    }
  });

  it('is cleared once that is confirmed, and can still be taken back', () => {
    const drawn = acted(ready, {type: 'draw'});
    const asked = acted(drawn, {type: 'ask-clear'});
    assert.equal(asked.screen.question?.to, 'clear');
    assert.equal(acted(asked, {type: 'close'}).drawing, drawn.drawing);
    const cleared = acted(asked, {type: 'clear'});
    assert.ok(isBlank(cleared) && cleared.screen.question === undefined);
    assert.deepEqual([...acted(cleared, {type: 'undo'}).drawing.pixels], image(0));
    // What is drawn now is prepared, and has no label.
    const anew = acted(cleared, stroke(3, 3, true), stroke(3, 24, false));
    assert.deepEqual([anew.drawing.of, chosenDigit(anew)?.label], [undefined, undefined]);
  });
});
