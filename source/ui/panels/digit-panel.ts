import type {RunState} from '../../state/run-state.js';
import {chosenDigit, labelName} from '../../state/selectors.js';
import {characterArt, halfBlocks, wholeBlocks} from '../../text/pixels.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import type {Layout} from '../layout.js';

/** The chosen digit: split, index and label, then the image. */
export function digitPanel(state: RunState, {digit: {scale, width}}: Layout, theme: Theme): string[] {
  const chosen = chosenDigit(state);
  const place = `${state.split} ${state.index}`;
  const label = chosen === undefined ? 'loading' : labelText(state, chosen.label);
  return [
    titleLine(place, scale === 'half' ? '' : label, width, theme),
    ...(chosen === undefined ? [] : image(chosen.pixels, state, scale, theme)),
  ];
}

/** `label 7`; a long name stands alone, for the room. */
function labelText(state: RunState, label: number): string {
  const name = labelName(state, label);
  return name.length > 8 ? name : `label ${name}`;
}

function image(
  pixels: Uint8Array,
  {art}: RunState,
  scale: Layout['digit']['scale'],
  {greys, unicode, background}: Theme,
): readonly string[] {
  const [columns, lines] = ({double: [56, 28], normal: [28, 14], half: [14, 7]} as const)[scale];
  if (art === 'ascii') return characterArt(pixels, columns, lines, false);
  if (greys === 0 || (!unicode && scale !== 'double')) return characterArt(pixels, columns, lines, unicode);
  if (scale === 'double') return wholeBlocks(pixels, greys, background);
  return halfBlocks(pixels, greys, scale === 'half' ? 2 : 1, background);
}
