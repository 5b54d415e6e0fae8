import assert from 'node:assert/strict';
import {it} from 'node:test';
import {forward} from '../../../source/network/reference.js';
import {picturePanel} from '../../../source/ui/panels/picture-panel.js';
import {tilesPanel} from '../../../source/ui/panels/tiles-panel.js';
import {unitPanel} from '../../../source/ui/panels/unit-panel.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frames.js';
import {mnist} from '../../helpers/mnist.js';
import {readOracle} from '../../helpers/oracle.js';
import {oracleScores} from '../../helpers/oracle-answers.js';
import {acted} from '../../helpers/state.js';

const weights = readOracle().weightsAfter(468);
const {test} = mnist();
const textOf = (state: typeof frameStates.inside, columns = 57): string =>
  unitPanel.draw(state, {columns, lines: 12}, themeOf('ASCII')).join(' ');

it('the numbers of the sum add up to the lead that is shown, and the lead is PyTorch’s', () => {
  for (let index = 0; index < 200; index++) {
    const text = textOf(acted(frameStates.inside, {type: 'move-to', index}), 30 + (index % 60));
    const [, first, second, lead, parts = ''] =
      /(\d) leads (?:the )?(\d) by (\d\.\d\d), the sum of +(unit .*?biases [-+]?\d\.\d\d)/.exec(text) ?? [];
    const numbers = [...parts.matchAll(/[-+]?\d\.\d\d/g)].map(([number]) => Math.round(100 * Number(number)));
    assert.equal(numbers.length, 7, text);
    assert.equal(
      numbers.reduce((sum, number) => sum + number, 0),
      Math.round(100 * Number(lead)),
      text,
    );
    const scores = oracleScores(index);
    const sorted = scores.toSorted((one, other) => other - one);
    assert.deepEqual([scores[Number(first)], scores[Number(second)]], sorted.slice(0, 2));
    assert.ok(Math.abs(Number(lead) - (sorted[0] - sorted[1])) < 0.0051, text);
  }
});

it('the units of the sum are those that add most, and the others are all that are above 0', () => {
  const {activations, scores} = forward(weights, test.images.subarray(0, 784));
  const sorted = [...scores].toSorted((one, other) => other - one);
  const [answer, runnerUp] = [scores.indexOf(sorted[0]), scores.indexOf(sorted[1])];
  const parts = [...activations].map(
    (value, unit) => value * (weights.outputWeight[answer * 128 + unit] - weights.outputWeight[runnerUp * 128 + unit]),
  );
  const largest = parts
    .map((part, unit) => ({part, unit}))
    .toSorted((one, other) => Math.abs(other.part) - Math.abs(one.part))
    .slice(0, 5);
  const shown = [...textOf(frameStates.inside).matchAll(/(\d+) ([-+]\d\.\d\d)(?=,)/g)].slice(0, 5);
  assert.deepEqual(
    shown.map(([, unit]) => Number(unit)),
    largest.map(({unit}) => unit),
  );
  for (const [place, [, , part]] of shown.entries()) assert.ok(Math.abs(Number(part) - largest[place].part) < 0.01);
  assert.ok(textOf(frameStates.inside).includes(`${activations.filter(value => value > 0).length - 5} others`));
});

it('a unit says its value, its ten output weights, and what it adds to the answer and the runner-up', () => {
  const {activations, scores} = forward(weights, test.images.subarray(0, 784));
  const sorted = [...scores].toSorted((one, other) => other - one);
  const unit = activations.indexOf(Math.max(...activations));
  const text = textOf(acted(frameStates.inside, {type: 'choose-unit', unit}));
  assert.ok(text.startsWith(`- Unit ${unit} at ${activations[unit].toFixed(2)}, above 0 for `), text);
  const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`;
  const [first, second] = sorted.slice(0, 2).map(score => scores.indexOf(score));
  const adds = (digit: number): string => signed(activations[unit] * weights.outputWeight[digit * 128 + unit]);
  assert.ok(text.includes(`it adds ${adds(first)} to the ${first} and ${adds(second)} to the ${second}`), text);
  const shown = /to 9((?: +[-+]?\.\d\d){10})/.exec(text.replaceAll(/ {2,}/g, ' '))?.[1]?.trim().split(' ') ?? [];
  assert.equal(shown.length, 10, text);
  for (const [digit, weight] of shown.entries()) {
    assert.ok(Math.abs(Number(weight) - weights.outputWeight[digit * 128 + unit]) < 0.0051, text);
  }
});

it('switched-off units are said with what they cost, and that they add nothing', () => {
  assert.match(textOf(frameStates.unitsOff), /Unit 3 off.*without units 3, 41: \d\d\.\d -> \d\d\.\d %;/);
  assert.match(textOf(frameStates.manyOff), /without 12 units: /);
  assert.match(
    textOf(acted(frameStates.inside, {type: 'switch-unit', unit: 3})),
    /without unit 3: the test digits are/,
  );
});

it('a unit that is off is called so over its tile, too, with what it would be at', () => {
  const {activations} = forward(weights, test.images.subarray(0, 784));
  const unit = activations.indexOf(Math.max(...activations));
  const off = acted(frameStates.inside, {type: 'choose-unit', unit}, {type: 'switch-unit', unit});
  const [title = ''] = picturePanel.draw(off, {columns: 28, lines: 15}, themeOf('ASCII'));
  assert.ok(title.startsWith(`- Unit ${unit} off, else at ${activations[unit].toFixed(2)} `), title);
});

it('which of the units have their tiles is said in every width that the layout gives', () => {
  for (const columns of [50, 64, 141]) {
    const [title = ''] = tilesPanel.draw(frameStates.unitsOff, {columns, lines: 11}, themeOf('ASCII'));
    assert.match(title, /\d+-\d+ of 128/);
  }
});

it('x is said to come after Enter until the units have the arrows, on the narrowest screen, too', () => {
  const free = acted(frameStates.inside, {type: 'close'});
  assert.ok(unitPanel.draw(free, {columns: 30, lines: 12}, themeOf('ASCII')).includes('Enter, then x switches it off'));
});
