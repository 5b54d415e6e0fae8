import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {reasons} from '../../source/state/why.js';
import {frameStates} from '../helpers/frame-states.js';
import {openKeys} from '../helpers/keys.js';
import {firstWrong, oracleScores, testLabels} from '../helpers/oracle-answers.js';
import {acted} from '../helpers/state.js';
import {csi} from '../helpers/terminal-input.js';

/** The digits by the scores that PyTorch has for a test digit. */
const order = (index: number): number[] => {
  const scores = oracleScores(index);
  return scores.map((_, digit) => digit).sort((one, other) => scores[other] - scores[one]);
};
/** A mistake whose label comes third at best. */
const farOff = testLabels.findIndex((label, index) => order(index).indexOf(label) >= 2);

describe('the key for why', () => {
  it('compares the answer with the runner-up, the third, a digit that is typed, then asks for ink, then closes', () => {
    const {send} = openKeys(frameStates.training);
    const [answer, next, third, fourth] = order(0);
    const shown = (keys: string): unknown[] => {
      const state = send(keys);
      const {explanation, rival, inked} = reasons(state) ?? {};
      return [state.screen.overlay, explanation?.answer, explanation?.against, rival, inked !== undefined];
    };
    assert.deepEqual(shown('w'), ['why', answer, next, 'runnerUp', false]);
    assert.deepEqual(shown('w'), ['why', answer, third, 'next', false]);
    assert.deepEqual(shown('w'), ['why', answer, third, 'next', false]);
    assert.deepEqual(send('5').screen.prompt, {wants: 'against', typed: '5', fault: undefined});
    assert.deepEqual(send(String(fourth)).screen.prompt?.typed, String(fourth));
    assert.equal(send('x').screen.prompt?.fault, 'x is no digit');
    assert.equal(send(`${answer}\r`).screen.prompt?.fault, `${answer} is the answer itself`);
    assert.deepEqual(send(`${fourth}`).screen.prompt?.typed, String(fourth));
    assert.deepEqual(shown('\r'), ['why', answer, fourth, 'typed', false]);
    assert.deepEqual(shown('w'), ['why', answer, fourth, 'typed', true]);
    assert.equal(shown('w')[0], 'none');
    assert.deepEqual(shown('w'), ['why', answer, next, 'runnerUp', false]);
  });

  it('compares a wrong answer with the label', () => {
    const wrong = acted(frameStates.training, {type: 'move-to', index: farOff}, {type: 'why'}, {type: 'why'});
    const {explanation, rival} = reasons(wrong) ?? {};
    assert.deepEqual(
      [explanation?.answer, explanation?.against, rival],
      [order(farOff)[0], testLabels[farOff], 'label'],
    );
    const near = reasons(acted(frameStates.wrong, {type: 'why'}));
    const isNear = order(firstWrong)[1] === testLabels[firstWrong];
    assert.equal(near?.rival, isNear ? 'runnerUpAndLabel' : 'runnerUp');
  });

  it('goes past the digit that is typed when none is, and is closed by Esc at once', () => {
    const {send} = openKeys(frameStates.training);
    send('www\r');
    assert.equal(send('').why.layer, 'ink');
    assert.equal(send('\u001B').screen.overlay, 'none');
    send('www');
    assert.equal(send('\u001B').screen.prompt, undefined);
    assert.deepEqual([send('').screen.overlay, send('').why.layer], ['why', 'other']);
  });

  it('leaves the arrows to the digits and the brackets to the moments', () => {
    const {send} = openKeys(frameStates.training);
    const live = reasons(send('w'))?.explanation;
    assert.notDeepEqual(reasons(send('[[[[[[['))?.explanation.contributions, live?.contributions);
    assert.equal(send(`${csi}C`).choice.index, 1);
    assert.equal(send('').screen.overlay, 'why');
  });

  it('is of the network without the units that are switched off', () => {
    const before = reasons(frameStates.training)?.explanation;
    const off = Array.from({length: 64}, (_, unit) => ({type: 'switch-unit', unit}) as const);
    const after = reasons(acted(frameStates.training, ...off))?.explanation;
    assert.ok(before !== undefined && after !== undefined && after.unitsOn < before.unitsOn);
    const sum = after.contributions.reduce((all, part) => all + part, after.rest);
    assert.ok(Math.abs(sum - after.difference) < 1e-9);
  });
});

describe('ink on black pixels', () => {
  it('is what changes the answer, and less of it does not', () => {
    const state = acted(frameStates.wrong, {type: 'why'}, {type: 'why'}, {type: 'accept-index'});
    assert.equal(state.why.layer, 'other');
    const {inked, explanation} = reasons({...state, why: {layer: 'ink', typed: undefined}}) ?? {};
    assert.ok(inked !== undefined && inked.count >= 1 && inked.answer !== explanation?.answer);
  });
});
