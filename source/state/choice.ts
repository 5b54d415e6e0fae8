import type {Split} from '../dataset/dataset.js';
import type {Session} from './session.js';

/** What is looked at, and how. */
export type Choice = {
  readonly split: Split;
  readonly index: number;
  /** Whether the network's answer is shown. */
  readonly predicting: boolean;
  readonly art: 'blocks' | 'ascii';
};

/** What the command line chooses. */
export function startChoice({split, index, art}: Pick<Choice, 'split' | 'index' | 'art'>): Choice {
  return {split, index, art, predicting: false};
}

/** The last index of the chosen split, which has no end while it is loading. */
export function lastIndex({split}: Choice, {data}: Session): number {
  return (data[split]?.count ?? Number.POSITIVE_INFINITY) - 1;
}

/** Chooses a digit, as near to the index asked for as the split has one. */
export function withIndex(choice: Choice, session: Session, index: number): Choice {
  return {...choice, index: Math.max(0, Math.min(index, lastIndex(choice, session)))};
}

/** The same index of the other split, or its last. */
export function withOtherSplit(choice: Choice, session: Session): Choice {
  return withIndex({...choice, split: choice.split === 'test' ? 'train' : 'test'}, session, choice.index);
}

/** Shows the network's answer, or hides it. */
export const withAnswer = (choice: Choice, predicting: boolean): Choice => ({...choice, predicting});

/** Draws digits the other way. */
export const withOtherArt = (choice: Choice): Choice => ({
  ...choice,
  art: choice.art === 'blocks' ? 'ascii' : 'blocks',
});
