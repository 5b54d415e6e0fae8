import type {Advice} from '../state/adviser/advice.js';
import type {Quantity, Sentence} from '../state/adviser/rule.js';
import {advice as words} from '../words/adviser.js';
import {fill} from '../words/fill.js';
import {count, share, shortLoss} from './format.js';

/** A sentence of the adviser with its numbers written out. */
export function sentenceOf({text, values}: Sentence): string {
  const written = Object.entries(values).map(([name, quantity]) => [name, writtenOf(quantity)] as const);
  return fill(text, Object.fromEntries(written));
}

/** Something that the adviser noticed and what to do about it in the dashboard, in one line. */
export const adviceLine = ({message, fix}: Advice): string =>
  fill(words.line, {message: sentenceOf(message), fix: sentenceOf(fix)});

/** The same for who has no keys. */
export const plainAdviceLine = ({message, plainFix}: Advice): string =>
  fill(words.line, {message: sentenceOf(message), fix: sentenceOf(plainFix)});

function writtenOf(quantity: Quantity): string {
  if (typeof quantity === 'string') return quantity;
  if (typeof quantity === 'number') return count(quantity);
  const {kind, value} = quantity;
  switch (kind) {
    case 'loss':
      return shortLoss(value);
    case 'share':
      return share(value);
    case 'points':
      return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
    case 'tenths':
      return value.toFixed(1);
    case 'rate':
      return String(Number(value.toPrecision(2)));
  }
}
