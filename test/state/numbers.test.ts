import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digitNumbers, weightStep} from '../../source/state/numbers.js';
import {firstStep} from '../helpers/first-step.js';
import {frameStates} from '../helpers/frame-states.js';
import {openKeys} from '../helpers/keys.js';
import {readOracle} from '../helpers/oracle.js';
import {oracleScores, testLabels} from '../helpers/oracle-answers.js';
import {acted, progress, started, status, told} from '../helpers/state.js';
import {csi} from '../helpers/terminal-input.js';

describe("a digit's numbers", () => {
  it('are the squared differences of PyTorch’s scores from 1 for the label and 0 for the others, and their mean', () => {
    for (const index of [0, 8, 92]) {
      const found = digitNumbers(acted(frameStates.training, {type: 'move-to', index}));
      const expected = oracleScores(index).map(
        (score, digit) => (digit === testLabels[index] ? score - 1 : score) ** 2,
      );
      assert.ok(found?.missed?.terms.every((square, digit) => Math.abs(square - expected[digit]) < 1e-4));
      const loss = expected.reduce((sum, square) => sum + square, 0) / 10;
      assert.ok(found?.missed !== undefined && Math.abs(found.missed.loss - loss) < 1e-5);
    }
  });

  it('name the hidden unit without which the answer loses the most', () => {
    const found = digitNumbers(frameStates.training);
    assert.ok(found !== undefined);
    const {answer, unit, scores} = found;
    const without = (off: number): number =>
      digitNumbers(acted(frameStates.training, {type: 'switch-unit', unit: off}))?.scores[answer] ?? Number.NaN;
    const losses = Array.from({length: 128}, (_, off) => scores[answer] - without(off));
    assert.equal(losses.indexOf(Math.max(...losses)), unit);
  });
});

describe('the cursor among the pixels', () => {
  it('has the arrows from Enter to Esc, which the digits have else, and stops at the edge', () => {
    const {send} = openKeys(frameStates.training);
    assert.equal(send('i').numbers.pixel, 14 * 28 + 14);
    assert.deepEqual([send(`${csi}C`).choice.index, send('').numbers.pixel], [1, 14 * 28 + 14]);
    send('\r');
    assert.equal(send(`${csi}C${csi}A`).numbers.pixel, 13 * 28 + 15);
    assert.equal(send(`${csi}B${csi}D`).numbers.pixel, 14 * 28 + 14);
    for (let times = 0; times < 20; times++) send(`${csi}A${csi}D`);
    assert.deepEqual([send('').numbers.pixel, send('').choice.index], [0, 1]);
    assert.deepEqual([send('\u001B').screen.overlay, send('').screen.overlayHolds], ['numbers', false]);
    assert.equal(send(`${csi}C`).choice.index, 2);
    assert.equal(send('\u001B').screen.overlay, 'none');
  });

  it('gives the arrows back when the numbers are closed in another way', () => {
    const {send} = openKeys(frameStates.training);
    assert.equal(send('i\ri').screen.overlayHolds, false);
    assert.equal(send('i\rw').screen.overlayHolds, false);
    assert.equal(send(`${csi}C`).choice.index, 1);
  });
});

describe("a weight's newest step", () => {
  const oracle = readOracle();
  const [before, after] = firstStep();
  const stepping = told(acted(frameStates.ready, {type: 'step'}), ...started(), before, progress(1, 1));
  const stepped = told(stepping, after);

  it('is that of the pixel under the cursor, from PyTorch’s weight before to the one after', () => {
    const trace = weightStep(acted(stepped, {type: 'point-pixel', columns: -3, rows: 2}), 41);
    const place = 41 * 784 + 16 * 28 + 11;
    const [from, to] = [oracle.initial.weights.hiddenWeight[place], oracle.weightsAfter(1).hiddenWeight[place]];
    assert.deepEqual([trace?.step, trace?.learningRate, trace?.before, trace?.after], [1, 1e-3, from, to]);
  });

  it('has the learning rate that the step was taken with', () => {
    const {settings} = started()[0];
    const raised = told(stepped, {...status, phase: 'paused', stretch: 1, settings: {...settings, learningRate: 0.5}});
    assert.equal(weightStep(raised, 41)?.learningRate, 1e-3);
  });

  it('is not there before it was taken, and not of another network', () => {
    assert.equal(weightStep(stepping, 41), undefined);
    const moment = {type: 'moment', run: 1, step: 0, epoch: 0, weights: before.weights, found: undefined} as const;
    assert.equal(weightStep(acted(told(stepped, moment), {type: 'earlier'}), 41), undefined);
  });
});

it('the weight is one to the unit that is chosen, where the units are shown', () => {
  const shown = acted(frameStates.training, {type: 'view', view: 'network'}, {type: 'choose-unit', unit: 77});
  assert.equal(digitNumbers(shown)?.unit, 77);
  assert.notEqual(digitNumbers(acted(shown, {type: 'view', view: 'learn'}))?.unit, 77);
});

it('with cross-entropy the numbers are shares that add up to 1, and the loss is minus the logarithm of the label’s', () => {
  const {training} = frameStates;
  const {session} = training;
  const settings = {...session.status.settings, loss: 'cross-entropy'} as const;
  const found = digitNumbers({...training, session: {...session, status: {...session.status, settings}}});
  const missed = found?.missed;
  assert.ok(found !== undefined && missed?.by === 'cross-entropy');
  const powers = [...found.scores].map(Math.exp);
  const sum = powers.reduce((all, power) => all + power, 0);
  for (const [digit, power] of powers.entries()) assert.ok(Math.abs((missed.terms[digit] ?? 0) - power / sum) < 1e-12);
  assert.ok(Math.abs(missed.loss + Math.log((powers[found.label ?? 0] ?? 0) / sum)) < 1e-12);
});
