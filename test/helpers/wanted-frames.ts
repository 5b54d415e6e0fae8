import {views} from '../../source/ui/views.js';
import {frameSizes as sizes} from './frame-sizes.js';
import type {Kind} from './frame-theme.js';
import {frameName, frameOf, type Wanted} from './frames.js';
import {screenFrames} from './screen-frames.js';

/** Other states and sizes, on a terminal with Unicode and without colours. */
const others: Readonly<Record<string, readonly (readonly [Wanted['state'], Wanted['size']])[]>> = {
  digit: [
    ['start', [28, 15]],
    ['training', [34, 15]],
    ['letters', [28, 15]],
  ],
  training: [
    ['start', [28, 6]],
    ['ready', [28, 6]],
    ['resumed', [28, 6]],
    ['scrambled', [24, 6]],
    ['scrambled', [56, 8]],
    ['firstEpoch', [28, 6]],
    ['training', [28, 2]],
    ['back', [28, 6]],
    ['paused', [28, 6]],
    ['early', [28, 9]],
    ['early', [28, 6]],
    ['early', [24, 6]],
    ['early', [28, 2]],
    ['oneMore', [28, 6]],
    ['done', [28, 6]],
    ['done', [56, 7]],
  ],
  prediction: [
    ['ready', [50, 11]],
    ['waiting', [50, 11]],
    ['predicting', [50, 11]],
    ['wrong', [50, 11]],
    ['wrong', [24, 3]],
    ['wrong', [34, 11]],
  ],
  lights: [['start', [50, 3]]],
  verdict: [
    ['ready', [28, 6]],
    ['wrong', [28, 6]],
    ['back', [28, 6]],
    ['opened', [28, 6]],
    ['ofTrain', [28, 6]],
  ],
  matrix: [
    ['ready', [50, 12]],
    ['choosing', [50, 12]],
    ['opened', [64, 15]],
    ['back', [50, 13]],
    ['ofTrain', [50, 12]],
  ],
  mistakes: [
    ['ready', [50, 9]],
    ['choosing', [50, 9]],
    ['opened', [50, 9]],
    ['readRight', [64, 17]],
    ['back', [50, 9]],
    ['ofTrain', [50, 9]],
  ],
  picture: [
    ['inside', [28, 15]],
    ['inside', [14, 8]],
    ['ready', [57, 15]],
  ],
  unit: [
    ['start', [50, 10]],
    ['predicting', [50, 10]],
    ['inside', [50, 10]],
    ['unitsOff', [50, 11]],
    ['unitsOff', [57, 12]],
    ['manyOff', [50, 11]],
  ],
  tiles: [
    ['start', [50, 11]],
    ['predicting', [50, 11]],
    ['inside', [50, 11]],
    ['unitsOff', [50, 11]],
  ],
  chart: [
    ['ready', [50, 10]],
    ['firstEpoch', [50, 10]],
    ['training', [50, 5]],
    ['back', [50, 10]],
    ['back', [24, 7]],
    ['paused', [50, 10]],
    ['resumed', [50, 10]],
    ['linear', [50, 10]],
    ['linear', [24, 9]],
    ['linear', [50, 4]],
    ['logarithmic', [50, 10]],
    ['logarithmic', [90, 20]],
  ],
  wall: [
    ['start', [70, 13]],
    ['firstEpoch', [70, 13]],
    ['predicting', [70, 13]],
    ['onWall', [70, 13]],
  ],
  map: [
    ['ready', [50, 21]],
    ['directions', [50, 21]],
    ['directions', [24, 9]],
    ['onMap', [50, 21]],
    ['onMap', [142, 47]],
  ],
  confusion: [
    ['ready', [52, 12]],
    ['firstEpoch', [52, 13]],
  ],
  canvas: [
    ['blank', [28, 15]],
    ['onDigit', [28, 15]],
    ['onDigit', [34, 15]],
    ['drawn', [28, 15]],
    ['onKept', [28, 15]],
  ],
  sees: [
    ['blank', [50, 8]],
    ['onDigit', [50, 8]],
    ['drawn', [50, 8]],
    ['drawn', [62, 15]],
  ],
  flips: [
    ['blank', [50, 2]],
    ['onDigit', [50, 2]],
    ['onDigit', [24, 2]],
    ['drawn', [50, 2]],
  ],
  form: [
    ['ready', [28, 20]],
    ['racing', [28, 20]],
  ],
  lesson: [
    ['ready', [50, 21]],
    ['onPage', [50, 21]],
    ['rightAnswer', [50, 21]],
    ['wrongAnswer', [50, 21]],
    ['earlyAnswer', [50, 21]],
    ['taskDone', [50, 21]],
  ],
  answers: [['start', [28, 7]]],
  race: [
    ['start', [50, 20]],
    ['racing', [24, 6]],
    ['racing', [50, 20]],
    ['racing', [110, 24]],
  ],
};
/** Panels of the view where one draws, which have nothing to show of a digit. */
const drawn = ['canvas', 'sees', 'flips'];
const kinds: readonly Kind[] = ['Unicode', 'ASCII', 'Unicode, colours', 'ASCII, colours'];

/** Every frame of a panel: three sizes on each kind of terminal, and more states. */
export function wantedFrames(name: string): Wanted[] {
  const panel = Object.values(views)
    .flatMap(({panels}) => panels)
    .find(each => each.name === name);
  if (panel === undefined) throw new Error(`no panel ${name}`);
  return [
    ...Object.values(sizes[name]).flatMap(size =>
      kinds.map(kind => ({panel, state: drawn.includes(name) ? 'drawn' : 'training', size, kind}) as const),
    ),
    ...others[name].map(([state, size]) => ({panel, state, size, kind: 'Unicode'}) as const),
  ];
}

/** The panels that frames are kept of. */
export const framedPanels = Object.keys(sizes);

/** Whether a frame is kept: in colours only the usual size, and all pictures; the others are compared with those without. */
export const isKept = ({panel, size, kind}: Wanted): boolean =>
  !kind.endsWith('colours') ||
  panel.name === 'digit' ||
  (kind.startsWith('Unicode') && size === sizes[panel.name].usual);

/** All frames that are kept, by file and name. */
export function framesToKeep(): Map<string, Map<string, string>> {
  const files = framedPanels.map(
    name =>
      [
        name,
        new Map(
          wantedFrames(name)
            .filter(isKept)
            .map(each => [frameName(each), frameOf(each)]),
        ),
      ] as const,
  );
  return new Map([...files, ['screen', screenFrames()]]);
}
