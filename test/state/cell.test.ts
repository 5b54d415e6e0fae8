import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {markedCell, openCell} from '../../source/state/cell.js';
import {walkOf} from '../../source/state/mistakes.js';
import type {State} from '../../source/state/state.js';
import {frameStates} from '../helpers/frame-states.js';
import {oracleScores, testLabels} from '../helpers/oracle-answers.js';
import {acted, idle} from '../helpers/state.js';

/** The digits with a label that PyTorch gives an answer, by the lead of that answer, which is 1 for the widest first. */
function digitsOf(label: number, answer: number, order: 1 | -1): number[] {
  return [...testLabels.keys()]
    .filter(index => testLabels[index] === label)
    .map(index => ({index, sorted: oracleScores(index).toSorted((one, other) => other - one)}))
    .filter(({index, sorted}) => oracleScores(index).indexOf(sorted[0]) === answer)
    .map(({index, sorted}) => ({index, lead: Math.fround(sorted[0] - sorted[1])}))
    .sort((one, other) => order * (other.lead - one.lead) || one.index - other.index)
    .map(({index}) => index);
}

const {mistakes, choosing, opened} = frameStates;
const walk = (state: State, by: 1 | -1): State => acted(state, {type: 'mistake', by});
const move = (state: State, down: number, right: number): State => acted(state, {type: 'move-cell', down, right});
const fours = digitsOf(4, 9, 1);

describe('a cell of the confusion matrix', () => {
  it('is that of the chosen digit, until the arrows choose another', () => {
    const index = mistakes.choice.index;
    const scores = oracleScores(index);
    const answer = scores.indexOf(Math.max(...scores));
    assert.deepEqual(markedCell(mistakes), {label: testLabels[index], answer});
    assert.deepEqual(markedCell(choosing), {label: 4, answer: 9});
    assert.deepEqual(markedCell(move(choosing, 1, -2)), {label: 5, answer: 7});
    assert.deepEqual(markedCell(move(choosing, -9, 5)), {label: 0, answer: 9});
    assert.equal(markedCell(idle), undefined);
  });

  it("has its digits walked alone once it is opened: PyTorch's, the widest lead first", () => {
    assert.deepEqual([...(walkOf(opened)?.indices ?? [])], fours);
    assert.equal(opened.choice.index, fours[1]);
    assert.equal(walk(opened, 1).choice.index, fours[2]);
    assert.equal(walk(walk(opened, -1), -1).choice.index, fours.at(-1));
  });

  it('on the diagonal has those that are right, the least lead first', () => {
    const right = move(opened, 0, -5);
    assert.deepEqual([...(walkOf(right)?.indices ?? [])], digitsOf(4, 4, -1));
    assert.equal(right.choice.index, digitsOf(4, 4, -1)[0]);
  });

  it('without digits is open, and says so', () => {
    const none = move(opened, -4, 0);
    assert.deepEqual([openCell(none), none.choice.index], [{label: 0, answer: 9}, opened.choice.index]);
    assert.equal(walk(none, 1).screen.notice, 'no digit in this cell: Esc closes it');
  });

  it('is closed by Esc, which then gives the arrows back, and all mistakes are walked again', () => {
    const closed = acted(opened, {type: 'close'});
    assert.deepEqual([openCell(closed), closed.screen.holds], [undefined, true]);
    assert.deepEqual(markedCell(closed), {label: 4, answer: 9});
    assert.equal(walkOf(closed)?.indices.length, walkOf(mistakes)?.indices.length);
    const free = acted(move(closed, 1, 0), {type: 'close'});
    assert.deepEqual([free.screen.holds, markedCell(free)], [false, {label: 4, answer: 9}]);
  });

  it('is closed with its view, and all mistakes are walked again', () => {
    const elsewhere = acted(opened, {type: 'view', view: 'learn'});
    assert.equal(openCell(elsewhere), undefined);
    assert.equal(walkOf(elsewhere)?.indices.length, walkOf(mistakes)?.indices.length);
    assert.deepEqual(openCell(acted(opened, {type: 'view', view: 'mistakes'})), {label: 4, answer: 9});
  });

  it('is the same cell of another moment, with that moment’s digits', () => {
    const back = acted(opened, ...new Array<{type: 'earlier'}>(6).fill({type: 'earlier'}));
    const found = back.runs.list[0].timeline.find(({step}) => step === back.runs.looking)?.found;
    const count = [...testLabels.keys()].filter(index => testLabels[index] === 4 && found?.answers[index] === 9).length;
    assert.deepEqual([back.runs.looking, walkOf(back)?.indices.length], [100, count]);
    assert.notEqual(count, fours.length);
  });

  it('cannot be opened before there is an evaluation', () => {
    const none = acted(idle, {type: 'open-cell'});
    assert.deepEqual([openCell(none), none.screen.notice], [undefined, 'the digits are still being looked through']);
  });
});
