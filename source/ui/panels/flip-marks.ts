import {flipsOf} from '../../state/flips.js';
import {chosenDigit} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import type {PixelMark, PixelMarks} from '../../text/digit-picture.js';
import type {Theme} from '../../text/theme.js';

/** How ink that is added is marked, and ink that is taken away. */
const [ink, paper] = [
  {role: 'more', text: ['o', 'o']},
  {role: 'less', text: ['x', 'x']},
] as const satisfies readonly PixelMark[];

/** What stands for the marks beside the picture, of one character each: a letter, or where there are blocks one of these. */
export function flipSigns(
  {choice}: State,
  {greys, unicode, paint}: Theme,
): {readonly ink: string; readonly paper: string} {
  const isBlocks = greys > 0 && unicode && choice.art === 'blocks';
  const sign = ({role, text}: PixelMark): string => paint(role, isBlocks ? '■' : text[0]);
  return {ink: sign(ink), paper: sign(paper)};
}

/** The pixels that flip the answer, while they are shown. */
export function flipMarks(state: State): PixelMarks {
  const found = state.drawing.showsFlips && state.choice.predicting ? flipsOf(state) : undefined;
  const pixels = chosenDigit(state)?.pixels;
  if (found === undefined || found === 'many' || pixels === undefined) return new Map();
  return new Map(found.pixels.map(pixel => [pixel, (pixels[pixel] ?? 0) < 127.5 ? ink : paper]));
}
