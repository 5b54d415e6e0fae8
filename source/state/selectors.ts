import {classNameOf, digit} from '../dataset/dataset.js';
import {lookInside} from '../network/look-inside.js';
import type {Weights} from '../network/network-state.js';
import {withoutUnits} from '../network/switched-off.js';
import {answerOf, type Evaluation} from '../training/evaluation.js';
import {splitNames, subject as words} from '../words/digits.js';
import {fill} from '../words/fill.js';
import {keptByDigit} from './by-digit.js';
import {isOfDigit, scrambledImage, seenOf} from './drawn.js';
import {openRun} from './runs.js';
import type {State} from './state.js';

/** What the dashboard is at, for its user. `starting`: training was asked for and has not begun yet. */
export type Phase = 'loading' | 'ready' | 'starting' | 'training' | 'paused' | 'stopping' | 'failed';

/** What the dashboard is at: what is asked for, and what the worker does. */
export function phaseOf({session: {status, stretch, failed}}: State): Phase {
  if (failed) return 'failed';
  if (stretch !== undefined && stretch > status.stretch) return 'starting';
  const goesOn = status.phase === 'training' || status.phase === 'paused';
  if (goesOn) return stretch === undefined ? 'stopping' : status.phase;
  return status.phase === 'loading' ? 'loading' : 'ready';
}

/** A digit to look at; a drawing may have no label. */
export type Chosen = {readonly pixels: Uint8Array; readonly label: number | undefined};

/**
 * The chosen digit, or undefined while its split is loading; in the view where one draws, what the network sees of the
 * drawing, or undefined while nothing is drawn.
 */
export function chosenDigit({
  session: {data},
  choice: {split, index},
  screen: {view},
  drawing,
}: State): Chosen | undefined {
  if (view === 'draw') {
    const seen = seenOf(drawing);
    const isScrambled = data.test?.isScrambled && !isOfDigit(drawing);
    return seen && {pixels: isScrambled ? scrambledImage(seen) : seen, label: drawing.label};
  }
  const loaded = data[split];
  const label = loaded?.labels[index];
  return loaded === undefined || label === undefined ? undefined : {pixels: digit(loaded, index), label};
}

/** Whether there is no digit to look at because nothing is drawn. */
export const isBlank = (state: State): boolean => state.screen.view === 'draw' && chosenDigit(state) === undefined;

/** What a label of the dataset is called: a digit, or a name such as `Ankle boot`. */
export function labelName({session: {data}, choice: {split}}: State, label: number): string {
  return classNameOf(data[split] ?? {}, label);
}

/** What the digit that is looked at is called: `test 12`, or the drawing. */
export const chosenName = ({screen, choice: {split, index}}: State): string =>
  screen.view === 'draw' ? words.drawing : fill(words.digit, {split: splitNames[split], index});

/** The same with its label, if it has one. */
export function chosenSubject(state: State): string {
  const label = chosenDigit(state)?.label;
  const name = chosenName(state);
  return label === undefined ? name : fill(words.labelled, {name, label: labelName(state, label)});
}

/** The network that is looked at: the newest weights, or a moment. */
export type Looked = {
  readonly weights: Weights;
  /** Steps that it has been through. */
  readonly step: number;
  readonly isLive: boolean;
  /** The evaluation of a moment, once it is there; of the newest weights, that of the newest moment. */
  readonly found: Evaluation | undefined;
};

/** The network that is looked at, without the units that are switched off; undefined until the first weights are there. */
export function lookedAt(state: State): Looked | undefined {
  const looked = networkAt(state);
  return looked === undefined ? undefined : {...looked, weights: without(looked.weights, state.units.off)};
}

/** What each network is without the units that were switched off last. */
const switched = new WeakMap<Weights, {readonly off: readonly number[]; readonly weights: Weights}>();

function without(weights: Weights, off: readonly number[]): Weights {
  if (off.length === 0) return weights;
  const known = switched.get(weights);
  if (known?.off === off) return known.weights;
  const left = withoutUnits(weights, off);
  switched.set(weights, {off, weights: left});
  return left;
}

/** The same as it was trained, with all its units. */
export function networkAt({runs}: Pick<State, 'runs'>): Looked | undefined {
  const {timeline, network} = openRun(runs);
  const moment = timeline.find(({step}) => step === runs.looking);
  if (moment !== undefined) return {...moment, isLive: false};
  if (network === undefined) return undefined;
  const found = timeline.findLast(each => each.found !== undefined)?.found;
  return {weights: network.weights, step: network.step, isLive: true, found};
}

/**
 * The ten scores of the chosen digit at the moments of the run, and at last those of the newest weights.
 * @param most how many moments at most, of all kept the first, the last and such that lie evenly between them
 */
export function scoreHistory(
  state: State,
  most = Number.POSITIVE_INFINITY,
): {readonly step: number; readonly scores: readonly number[]}[] {
  const chosen = chosenDigit(state);
  if (chosen === undefined) return [];
  const {timeline, network} = openRun(state.runs);
  const networks = network === undefined || timeline.at(-1)?.step === network.step ? timeline : [...timeline, network];
  const last = networks.length - 1;
  const shown =
    last < most
      ? networks
      : Array.from({length: most}, (_, index) => networks[Math.round((index * last) / (most - 1))]).filter(
          network => network !== undefined,
        );
  return shown.map(({step, weights}) => ({step, scores: answer(weights, chosen.pixels).scores}));
}

/** What a network says to a digit. */
export type Prediction = {readonly answer: number; readonly scores: readonly number[]};

/** The answer of the network that is looked at to the chosen digit; undefined while one of the two is on its way. */
export function prediction(state: State): Prediction | undefined {
  const chosen = chosenDigit(state);
  const weights = lookedAt(state)?.weights;
  return chosen === undefined || weights === undefined ? undefined : answer(weights, chosen.pixels);
}

const answer = keptByDigit((weights, pixels): Prediction => {
  const scores = [...lookInside(weights, pixels).scores];
  return {answer: answerOf(scores), scores};
});
