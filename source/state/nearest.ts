import {lookInside} from '../network/look-inside.js';
import {type Neighbour, nearestByValues} from '../network/nearest.js';
import {isSameImage} from './by-digit.js';
import {chosenDigit} from './selectors.js';
import type {State} from './state.js';
import {surveyOf} from './surveys.js';

/** How many of the nearest digits are looked for. */
export const nearestCount = 5;

/** The train digits that are nearest to one are wanted. */
export type SoughtNearest = {
  /** 784 pixels of the digit */
  readonly pixels: Uint8Array;
  /** count × 784 pixels of the train split */
  readonly images: Uint8Array;
  /** The digit's index, where it is of the train split itself, or was before it was drawn on. */
  readonly self: number | undefined;
};

/** The train digits that are nearest to a digit by their pixels. */
export type FoundNearest = SoughtNearest & {readonly neighbours: readonly Neighbour[]};

/** What is looked for of the chosen digit, when somebody looks at it; undefined: nothing. */
export function soughtNearest(state: State): SoughtNearest | undefined {
  return state.screen.overlay === 'nearest' ? seek(state) : undefined;
}

/** What would be looked for of the chosen digit; undefined while there are no digits. */
export function seek(state: State): SoughtNearest | undefined {
  const {train} = state.session.data;
  const chosen = chosenDigit(state);
  if (train === undefined || chosen === undefined) return undefined;
  const of = state.screen.view === 'draw' ? state.drawing.of : state.choice;
  const self = of !== undefined && 'split' in of && of.split === 'train' ? of.index : undefined;
  return {pixels: chosen.pixels, images: train.images, self};
}

/** Whether what is looked for is what has been found. */
export const isFound = (found: SoughtNearest | undefined, {pixels, images}: SoughtNearest): boolean =>
  found !== undefined && isSameImage(found.pixels, pixels) && isSameImage(found.images, images);

/** The train digits nearest to the chosen one by their pixels; undefined while they are being looked for. */
export function pixelNeighbours(state: State): readonly Neighbour[] | undefined {
  const sought = seek(state);
  return sought !== undefined && isFound(state.nearest, sought) ? state.nearest?.neighbours : undefined;
}

/**
 * Of the first train digits those that are nearest to the chosen one by the values of the hidden units, in the network
 * that is looked at, without the units that are switched off; and how many were looked at. Undefined until they are there.
 */
export function hiddenNeighbours(state: State): {neighbours: readonly Neighbour[]; of: number} | undefined {
  const survey = surveyOf(state, 'units');
  const sought = seek(state);
  if (survey === undefined || sought === undefined) return undefined;
  const values = lookInside(survey.weights, sought.pixels).activations;
  const hidden = survey.hidden.subarray(0, survey.done * values.length);
  const neighbours = nearestByValues(values, hidden, nearestCount, sought.self, state.units.off);
  return {neighbours, of: survey.done};
}

/** What most of some digits are: the label that most have, of equals that of the nearest; and how many have it. */
export function majorityOf(labels: readonly number[]): {readonly label: number; readonly count: number} | undefined {
  const countOf = (label: number): number => labels.filter(each => each === label).length;
  const most = Math.max(...labels.map(countOf));
  const label = labels.find(each => countOf(each) === most);
  return label === undefined ? undefined : {label, count: most};
}

/** What the screen's thread finds out. */
export const nearestActions = {
  'found-nearest': (state: State, {found}: {readonly found: FoundNearest}): State => ({...state, nearest: found}),
};
