import type {AdamTrace} from '../../network/adam-trace.js';
import {count} from '../../text/format.js';
import {roundedParts, signed} from '../../text/parts.js';
import {fill} from '../../words/fill.js';
import {numbers as words} from '../../words/numbers.js';

/** Decimals of a weight. */
const decimals = 6;

/** Which weight a step has moved: from the pixel under the cursor to a hidden unit, that adds most to the answer. */
export type Moved = {readonly unit: number; readonly answer: string};

/** How Adam has moved one weight, a line for each of its numbers, and at last what there is to say of it. */
export function adamLines(trace: AdamTrace, {unit, answer}: Moved): string[] {
  const {step, learningRate, first, second} = trace;
  const values = {
    rate: learningRate,
    gradient: brief(trace.gradient),
    firstBefore: brief(first.before),
    firstAfter: brief(first.after),
    secondBefore: brief(second.before),
    secondAfter: brief(second.after),
    mean: brief(trace.mean),
    meanSquare: brief(trace.meanSquare),
    update: brief(trace.update),
  };
  const remark = trace.gradient === 0 ? [words.none] : step === 1 ? [words.first] : [];
  return [
    fill(words.step, {step: count(step), unit, answer}),
    ...words.lines.map(line => fill(line, values)),
    fill(words.weight, weightTexts(trace)),
    ...remark,
  ];
}

/** The same in a line. */
export const briefAdamLine = (trace: AdamTrace, {unit}: Pick<Moved, 'unit'>): string =>
  fill(words.brief, {step: count(trace.step), unit, ...weightTexts(trace)});

/** The weight before and after, and what was added, so that they add up as they are written. */
function weightTexts({before, after}: AdamTrace): {before: string; update: string; after: string} {
  const [start = before, added = after - before] = roundedParts([before, after - before], after, decimals);
  return {before: start.toFixed(decimals), update: signed(added, decimals), after: after.toFixed(decimals)};
}

/** A number with the digits that float32 keeps of it after a subtraction. */
const brief = (value: number): string => String(Number(value.toPrecision(4)));
