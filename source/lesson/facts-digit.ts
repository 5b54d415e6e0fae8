import {inputSize} from '../network/architecture.js';
import {forward} from '../network/reference.js';
import {digitNumbers} from '../state/numbers.js';
import {chosenDigit, labelName, lookedAt} from '../state/selectors.js';
import type {State} from '../state/state.js';
import {count, score, shortLoss} from '../text/format.js';
import {answerOf} from '../training/evaluation.js';
import type {Fact} from './facts-run.js';

/** The test digit that the tutorial asks for. */
const tutorialDigit = 200;

/** The darkest pixel of the chosen digit: 0 to 255. */
const darkest = (state: State): number | undefined => {
  const pixels = chosenDigit(state)?.pixels;
  return pixels && Math.max(...pixels);
};

/** The hidden unit that adds the most to the answer's score for the chosen digit: its value, weight, and what it adds. */
function mainUnit(
  state: State,
): {unit: number; value: number; weight: number; adds: number; on: number; answer: number} | undefined {
  const pixels = chosenDigit(state)?.pixels;
  const weights = lookedAt(state)?.weights;
  if (pixels === undefined || weights === undefined) return undefined;
  const {scores, activations} = forward(weights, pixels);
  const answer = answerOf(scores);
  const weightOf = (unit: number): number => weights.outputWeight[answer * activations.length + unit] ?? 0;
  const added = [...activations].map((value, unit) => value * weightOf(unit));
  const adds = Math.max(...added);
  const unit = added.indexOf(adds);
  const on = activations.filter(value => value > 0).length;
  return {unit, value: activations[unit] ?? 0, weight: weightOf(unit), adds, on, answer};
}

/** What the digit is that the tutorial asks for, and what the network that is looked at says. */
function answerToTutorial(state: State): {label: number; answer: number} | undefined {
  const {test} = state.session.data;
  const weights = lookedAt(state)?.weights;
  const label = test?.labels[tutorialDigit];
  if (test === undefined || weights === undefined || label === undefined) return undefined;
  const image = test.images.subarray(tutorialDigit * inputSize, (tutorialDigit + 1) * inputSize);
  return {label, answer: answerOf(forward(weights, image).scores)};
}

const ofUnit =
  (tell: (found: NonNullable<ReturnType<typeof mainUnit>>) => string): Fact =>
  state => {
    const found = mainUnit(state);
    return found && tell(found);
  };

/** What is known of the chosen digit, and of what the network that is looked at makes of it. */
export const digitFacts = {
  ink: state => {
    const pixels = chosenDigit(state)?.pixels;
    return pixels && count(pixels.filter(value => value > 0).length);
  },
  darkest: state => darkest(state)?.toString(),
  darkestShare: state => {
    const value = darkest(state);
    return value === undefined ? undefined : score(value / 255);
  },
  label(state) {
    const label = chosenDigit(state)?.label;
    return label === undefined ? undefined : labelName(state, label);
  },
  digitLoss(state) {
    const loss = digitNumbers(state)?.missed?.loss;
    return loss === undefined ? undefined : shortLoss(loss);
  },
  unitsOn: ofUnit(({on}) => String(on)),
  unit: ofUnit(({unit}) => String(unit)),
  unitValue: ofUnit(({value}) => score(value)),
  unitWeight: ofUnit(({weight}) => score(weight)),
  unitAdds: ofUnit(({adds}) => score(adds)),
  answer: ofUnit(({answer}) => String(answer)),
  tutorialLabel: state => answerToTutorial(state)?.label.toString(),
  tutorialAnswer: state => answerToTutorial(state)?.answer.toString(),
} as const satisfies Readonly<Record<string, Fact>>;
