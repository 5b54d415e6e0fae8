import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {State} from '../../../source/state/state.js';
import {verdictPanel} from '../../../source/ui/panels/verdict-panel.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frames.js';
import {firstWrong, oracleScores, testLabels} from '../../helpers/oracle-answers.js';
import {acted} from '../../helpers/state.js';

const draw = (state: State, columns = 60): readonly string[] =>
  verdictPanel.draw(state, {columns, lines: 6}, themeOf('ASCII'));
const {mistakes} = frameStates;
const at = (index: number): State => acted(mistakes, {type: 'move-to', index});

/** A wrong digit whose label is not even the second largest of PyTorch's scores. */
const third = testLabels.findIndex((label, index) => {
  const scores = oracleScores(index);
  return scores.filter(score => score > scores[label]).length > 1;
});

it('the verdict has the answer, the label and the leads that PyTorch has', () => {
  for (const index of [0, firstWrong, third]) {
    const scores = oracleScores(index);
    const [first, second] = scores.toSorted((one, other) => other - one);
    const [answer, next, label] = [scores.indexOf(first), scores.indexOf(second), testLabels[index]];
    const [title, lead] = draw(at(index));
    assert.match(
      title,
      answer === label
        ? new RegExp(`^- Answer ${answer}, right -`)
        : new RegExp(`^- Answer ${answer}, wrong: label ${label} -`),
    );
    const found = lead.match(/^(\d) leads (\d) by (\d\.\d\d)(?:, (\d) by (\d\.\d\d))?$/);
    assert.deepEqual([found?.[1], found?.[2]], [String(answer), String(next)]);
    assert.ok(Math.abs(Number(found?.[3]) - (first - second)) < 0.0051, lead);
    assert.equal(found?.[4], answer === label || next === label ? undefined : String(label));
    if (found?.[5] !== undefined) assert.ok(Math.abs(Number(found[5]) - (first - scores[label])) < 0.0051, lead);
  }
});

it('the verdict says which of the mistakes a digit is, and of which network', () => {
  assert.deepEqual(draw(mistakes).slice(2), ['mistake 1 of 422', 'found at step 2,340']);
  assert.deepEqual(draw(acted(mistakes, {type: 'mistake', by: -1})).slice(2), [
    'mistake 422 of 422',
    'found at step 2,340',
  ]);
  assert.deepEqual(draw(at(0)).slice(2), ['n shows 422 mistakes', 'found at step 2,340']);
  assert.match(draw(acted(mistakes, {type: 'earlier'})).at(-1) ?? '', /^step 2,340, looking back: ] to live$/);
});

it('the verdict is hidden with the answer', () => {
  assert.deepEqual(draw(acted(mistakes, {type: 'predict'})).slice(1), ['p shows the answer']);
});
