import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {forward} from '../../source/network/reference.js';
import {seek} from '../../source/state/nearest.js';
import {digitNumbers} from '../../source/state/numbers.js';
import {chosenDigit, chosenSubject, prediction} from '../../source/state/selectors.js';
import type {State} from '../../source/state/state.js';
import {reasons} from '../../source/state/why.js';
import {canvas, image, stroke} from '../helpers/drawing.js';
import {frameStates} from '../helpers/frame-states.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {testLabels} from '../helpers/oracle-answers.js';
import {acted, idle} from '../helpers/state.js';

const {train} = mnist();

describe('a drawing', () => {
  const {drawn} = frameStates;
  const oracle = readOracle();
  const pixels = chosenDigit(drawn)?.pixels ?? new Uint8Array(784);

  it('has the answer of the network that is looked at, live and at every moment', () => {
    assert.deepEqual(prediction(drawn)?.scores, [...forward(oracle.weightsAfter(468), pixels).scores]);
    const back = {...drawn, runs: {...drawn.runs, looking: 10}};
    assert.deepEqual(prediction(back)?.scores, [...forward(oracle.weightsAfter(10), pixels).scores]);
  });

  it('has no label to claim anything by: neither loss, nor a name, nor itself among the train digits', () => {
    assert.equal(chosenSubject(drawn), 'the drawing');
    const numbers = digitNumbers(drawn);
    assert.deepEqual([numbers?.answer, numbers?.label, numbers?.missed], [7, undefined, undefined]);
    assert.equal(reasons(acted(drawn, {type: 'why'}, {type: 'why'}))?.rival, 'next');
    assert.equal(seek(drawn)?.self, undefined);
    const ofTrain = acted(drawn, {type: 'switch-split'});
    assert.deepEqual([chosenSubject(ofTrain), seek(ofTrain)?.self], [`the drawing: label ${train.labels[0]}`, 0]);
  });

  it('has an answer without the units that are switched off', () => {
    const off = acted(drawn, {type: 'switch-unit', unit: 5});
    assert.notDeepEqual(prediction(off)?.scores, prediction(drawn)?.scores);
  });
});

describe('kept drawings', () => {
  const kept = [0, 1, 2].map(index => ({pixels: Uint8Array.from(image(index)), label: testLabels[index]}));
  const read = acted(canvas, {type: 'kept-read', drawings: kept});
  const walked = (...by: number[]): State => acted(read, ...by.map(each => ({type: 'walk-kept', by: each}) as const));

  it('are walked through, the newest first when one goes back, and count as they are', () => {
    assert.deepEqual(
      [walked(-1), walked(1), walked(-1, -1), walked(-1, 1), walked(1, 1, 1, 1, -100)].map(({drawing}) => drawing.of),
      [{kept: 2}, {kept: 0}, {kept: 1}, {kept: 2}, {kept: 0}],
    );
    const one = chosenDigit(walked(1, 1));
    assert.deepEqual([one?.pixels, one?.label], [kept[1].pixels, testLabels[1]]);
  });

  it('are missed in a sentence where there are none', () => {
    const none = acted(canvas, {type: 'kept-read', drawings: []}, {type: 'walk-kept', by: 1});
    assert.match(none.screen.notice ?? '', /no drawing is kept yet/);
    assert.match(acted(canvas, {type: 'walk-kept', by: 1}).screen.notice ?? '', /being read/);
  });

  it('give the canvas their label and are the last, once they are in their file', () => {
    const drawn = acted(read, stroke(14, 5, true), stroke(14, 22, false), {type: 'lift'}, {type: 'ask-label'});
    assert.equal(drawn.screen.question?.to, 'label');
    const pixels = chosenDigit(drawn)?.pixels;
    assert.ok(pixels !== undefined);
    const done = acted(drawn, {type: 'close'}, {type: 'kept', drawing: {pixels, label: 1}, notice: 'kept as 1'});
    assert.deepEqual([chosenDigit(done)?.label, done.drawing.kept?.length, done.screen.notice], [1, 4, 'kept as 1']);
    const changed = acted(drawn, {type: 'close'}, stroke(2, 2, true));
    const late = acted(changed, {type: 'kept', drawing: {pixels, label: 1}, notice: ''});
    assert.equal(chosenDigit(late)?.label, undefined);
  });

  it('are none with --no-save, which is said', () => {
    const unsaved = {...idle, session: {...idle.session, place: undefined}};
    const drawn = acted(unsaved, {type: 'view', view: 'draw'}, stroke(3, 3, true), {type: 'ask-label'});
    assert.deepEqual([drawn.screen.question, drawn.screen.notice], [undefined, 'no drawing is kept with --no-save']);
  });
});
