import {type Explanation, explain, ranked} from '../network/explain.js';
import {type Inked, inkedUntilOther} from '../network/inked.js';
import type {Weights} from '../network/network-state.js';
import {isSameImage, keptByDigit} from './by-digit.js';
import {emptyPrompt} from './prompt.js';
import {screenActions} from './screen.js';
import {chosenDigit, lookedAt, prediction} from './selectors.js';
import type {State} from './state.js';

/**
 * What is asked about the answer: why it leads the runner-up; another digit, which is the label where the answer is
 * wrong; a digit that was typed; and where ink would change that lead.
 */
type Layer = 'runner-up' | 'other' | 'typed' | 'ink';

/** What is asked about the answer, and the digit that was typed. */
export type Why = {readonly layer: Layer; readonly typed: number | undefined};

/** What is asked first. */
export const startWhy: Why = {layer: 'runner-up', typed: undefined};

/** What the answer is compared with, in words: the runner-up, the label, both in one, the next, or a digit typed. */
export type Rival = 'runnerUp' | 'label' | 'runnerUpAndLabel' | 'next' | 'typed';

/** Why the chosen digit has its answer. */
export type Reasons = {
  readonly explanation: Explanation;
  readonly rival: Rival;
  readonly layer: Layer;
  readonly pixels: Uint8Array;
  /** Of a drawing perhaps none. */
  readonly label: number | undefined;
  /** What ink on some of its dark pixels does; undefined where that is not asked. */
  readonly inked: Inked | undefined;
};

/** What is known of the answer that is looked at; undefined while digit or network is on its way. */
export function reasons(state: State): Reasons | undefined {
  const chosen = chosenDigit(state);
  const looked = lookedAt(state);
  const shown = prediction(state);
  if (chosen === undefined || looked === undefined || shown === undefined) return undefined;
  const {layer} = state.why;
  const {against, rival} = rivalOf(state.why, shown.scores, chosen.label);
  const {pixels, label} = chosen;
  const explanation = explained(looked.weights, pixels, against);
  const inked = layer === 'ink' ? inkedOf(looked.weights, pixels) : undefined;
  return {explanation, rival, layer, pixels, label, inked};
}

/** How many dark pixels are inked at most. */
const mostInked = 10;

/** What was explained lately of each network: of which digit. */
const explanations = new WeakMap<Weights, {pixels: Uint8Array; explanation: Explanation}>();

function explained(weights: Weights, pixels: Uint8Array, against: number): Explanation {
  const known = explanations.get(weights);
  if (known?.explanation.against === against && isSameImage(known.pixels, pixels)) return known.explanation;
  const explanation = explain(weights, pixels, against);
  explanations.set(weights, {pixels, explanation});
  return explanation;
}

const inkedOf = keptByDigit((weights, pixels): Inked => inkedUntilOther(weights, pixels, mostInked));

function rivalOf(
  {layer, typed}: Why,
  scores: readonly number[],
  label: number | undefined,
): {against: number; rival: Rival} {
  const [answer, next, third] = ranked(scores);
  if (layer === 'other') {
    return label === undefined || label === answer || label === next
      ? {against: third, rival: 'next'}
      : {against: label, rival: 'label'};
  }
  const isTyped = layer !== 'runner-up' && typed !== undefined && typed !== answer && typed !== next;
  if (isTyped) return {against: typed, rival: typed === label ? 'label' : 'typed'};
  return {against: next, rival: next === label ? 'runnerUpAndLabel' : 'runnerUp'};
}

/** The state with something else asked about the answer. */
const asking = (state: State, why: Partial<Why>): State => ({...state, why: {...state.why, ...why}});

/** The answer is compared with a digit that was typed; with none, the next is asked. */
export const withAgainst = (state: State, typed: number | undefined): State =>
  asking(state, typed === undefined ? {layer: 'ink', typed} : {layer: 'typed', typed});

/** What the user asks about the answer. */
export const whyActions = {
  /** Asks why; again: the next of its questions, of which the last closes it. */
  why(state: State): State {
    if (state.screen.overlay !== 'why') return asking(covered(state), startWhy);
    switch (state.why.layer) {
      case 'runner-up':
        return asking(state, {layer: 'other'});
      case 'other':
        return {...state, screen: {...state.screen, prompt: emptyPrompt('against')}};
      case 'typed':
        return asking(state, {layer: 'ink'});
      case 'ink':
        return covered(state);
    }
  },
};

/** What is asked covers the panels, or lays them open. */
const covered = (state: State): State => screenActions['toggle-overlay'](state, {overlay: 'why'});
