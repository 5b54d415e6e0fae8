import {render} from 'ink';
import {createElement} from 'react';
import type {State} from '../../source/state/state.js';
import {createStore} from '../../source/state/store.js';
import {App} from '../../source/ui/app.js';
import {firstStep} from './first-step.js';
import {frameStates} from './frame-states.js';
import {framed, type Kind, themeOf} from './frames.js';
import {acted, progress, started, status, told} from './state.js';

const notice =
  'engine tensorflow: the npm package @tensorflow/tfjs-node-gpu is not installed; npx mnist-tui setup gets it';
const {start, ready, training, wrong, done, early, firstEpoch, broken, nearest, onMap, mistakes, choosing, opened} =
  frameStates;
/** Why is asked three times. */
const askedWhy = [{type: 'why'}, {type: 'why'}, {type: 'why'}] as const;
const theNumbers = {type: 'toggle-overlay', overlay: 'numbers'} as const;
const [before, after] = firstStep();
/** PyTorch's first step, taken alone. */
const stepped = told(
  acted(ready, {type: 'predict'}, {type: 'move-to', index: 92}, {type: 'step'}),
  ...started(),
  before,
  progress(1, 1),
  after,
);
const {blank, onDigit, drawn, clearing} = frameStates;
/** Frames of the whole screen. */
const screens: readonly (readonly [name: string, state: State, columns: number, rows: number, kind: Kind])[] = [
  ['loading', start, 80, 12, 'ASCII'],
  ['waiting', told(ready, {...status, waitsFor: {what: 'trying', engine: 'webgpu'}}), 60, 20, 'ASCII'],
  ['ready', ready, 40, 12, 'Unicode'],
  ['scrambled pixels', frameStates.scrambled, 80, 24, 'ASCII'],
  ['training', training, 80, 24, 'Unicode'],
  ['training', training, 80, 24, 'ASCII'],
  ['wrong', wrong, 120, 50, 'Unicode'],
  ['looking back', frameStates.back, 80, 24, 'Unicode'],
  ['looking back', acted(frameStates.back, {type: 'why'}), 40, 12, 'ASCII'],
  ['the map', onMap, 80, 24, 'Unicode'],
  ['the map', onMap, 100, 30, 'ASCII'],
  ['a race', frameStates.racing, 80, 24, 'Unicode'],
  ['a race', frameStates.racing, 100, 30, 'ASCII'],
  ['the wall', firstEpoch, 100, 30, 'Unicode'],
  ['mistakes', mistakes, 80, 24, 'Unicode'],
  ['a cell', opened, 80, 24, 'ASCII'],
  ['choosing a cell', choosing, 100, 30, 'Unicode'],
  ['mistakes', mistakes, 200, 50, 'Unicode'],
  ['the network', frameStates.inside, 80, 24, 'ASCII'],
  ['the network', frameStates.unitsOff, 100, 30, 'Unicode'],
  ['units off', acted(frameStates.unitsOff, {type: 'view', view: 'learn'}), 60, 20, 'Unicode'],
  ['the keys of the network', acted(frameStates.inside, {type: 'toggle-overlay', overlay: 'keys'}), 80, 24, 'ASCII'],
  ['an empty canvas', blank, 80, 24, 'Unicode'],
  ['a drawing', drawn, 80, 24, 'Unicode'],
  ['a drawing', drawn, 40, 12, 'ASCII'],
  ['drawing on a digit', onDigit, 80, 24, 'ASCII'],
  ['drawing on a digit', onDigit, 100, 30, 'Unicode'],
  ['a drawing', drawn, 120, 40, 'Unicode'],
  ['clearing', clearing, 60, 20, 'Unicode'],
  ['why of a drawing', acted(drawn, {type: 'why'}), 80, 24, 'Unicode'],
  ['the numbers of a drawing', acted(drawn, theNumbers), 100, 30, 'ASCII'],
  ['the keys of the canvas', acted(onDigit, {type: 'toggle-overlay', overlay: 'keys'}), 80, 24, 'Unicode'],
  ['a notice', told(done, {type: 'warning', what: 'engine', message: notice}), 60, 20, 'Unicode'],
  ['an index', acted(ready, {type: 'ask-index'}, {type: 'type-index', typed: '12'}), 60, 20, 'Unicode'],
  ['a wrong key', acted(ready, {type: 'ask-index'}, {type: 'refuse-index', why: 'x is no digit'}), 80, 12, 'Unicode'],
  ['the numbers', acted(wrong, theNumbers), 80, 24, 'Unicode'],
  ['the numbers after a step', acted(stepped, theNumbers, {type: 'hold'}), 80, 24, 'Unicode'],
  ['the numbers after a step', acted(stepped, theNumbers), 40, 12, 'ASCII'],
  ['the numbers', acted(training, theNumbers), 200, 50, 'ASCII'],
  ['why', acted(wrong, {type: 'why'}), 80, 24, 'Unicode'],
  ['why, against the third', acted(wrong, {type: 'why'}, {type: 'why'}), 80, 24, 'ASCII'],
  ['why, a digit is typed', acted(wrong, ...askedWhy, {type: 'type-index', typed: '3'}), 100, 30, 'Unicode'],
  ['why, where ink would change it', acted(wrong, ...askedWhy, {type: 'accept-index'}), 80, 24, 'Unicode'],
  ['why', acted(training, {type: 'why'}), 40, 12, 'ASCII'],
  ['why', acted(training, {type: 'why'}), 200, 50, 'Unicode'],
  [
    'a long name',
    told(ready, {...status, engine: {name: 'wasm', device: 'Intel(R) Xeon(R) Processor @ 2.10GHz', threads: 2}}),
    80,
    12,
    'Unicode',
  ],
  ['training', training, 60, 20, 'Unicode'],
  ['the end', early, 80, 24, 'Unicode'],
  ['the question', acted(training, {type: 'reset', to: 'next'}), 54, 12, 'Unicode'],
  ['the question, missed', acted(training, {type: 'reset', to: 'same'}, {type: 'miss-question'}), 40, 12, 'Unicode'],
  ['another run', acted(done, {type: 'reset', to: 'next'}), 54, 12, 'Unicode'],
  ['advice', broken, 80, 24, 'Unicode'],
  ['advice', broken, 40, 12, 'ASCII'],
  ['all advice', acted(broken, {type: 'toggle-overlay', overlay: 'advice'}), 80, 24, 'Unicode'],
  ['the nearest', nearest, 80, 24, 'Unicode'],
  ['the nearest', nearest, 40, 12, 'ASCII'],
  ['the keys', acted(ready, {type: 'toggle-overlay', overlay: 'keys'}), 80, 24, 'Unicode'],
  ['the keys', acted(ready, {type: 'toggle-overlay', overlay: 'keys'}), 40, 12, 'ASCII'],
  ['explained', acted(training, {type: 'toggle-overlay', overlay: 'explain'}), 80, 24, 'Unicode'],
  ['explained', acted(frameStates.inside, {type: 'toggle-overlay', overlay: 'explain'}), 40, 12, 'ASCII'],
  ['the quiz', acted(training, {type: 'open-quiz'}), 80, 24, 'Unicode'],
  ['the quiz', acted(training, {type: 'open-quiz'}, {type: 'guess', guess: 4}), 40, 12, 'ASCII'],
  [
    'the end of a quiz',
    acted(training, {type: 'open-quiz'}, {type: 'guess', guess: 4}, {type: 'end-quiz'}),
    80,
    24,
    'Unicode',
  ],
  ['the summary', acted(ready, {type: 'toggle-overlay', overlay: 'summary'}), 80, 24, 'Unicode'],
  ['too small', ready, 39, 12, 'Unicode'],
] satisfies readonly (readonly [string, State, number, number, Kind])[];

/** The whole screen as Ink draws it. */
function screenOf(state: State, columns: number, rows: number, kind: Kind): string {
  let newest = '';
  const stdout = {
    ...{columns, rows},
    on: () => stdout,
    off: () => stdout,
    write(frame: string) {
      newest = frame;
      return true;
    },
  };
  const store = createStore(acted(state, {type: 'resize', columns, rows}), () => {});
  const ink = render(createElement(App, {store, theme: themeOf(kind)}), {
    stdout: stdout as unknown as NodeJS.WriteStream,
    debug: true,
    patchConsole: false,
  });
  const frame = newest;
  ink.unmount();
  return framed(frame.split('\n'), {columns, lines: rows});
}

/** Every frame of the whole screen, by its name. */
export const screenFrames = (): Map<string, string> =>
  new Map(
    screens.map(([name, state, columns, rows, kind]) => [
      `${name}, ${columns} × ${rows}, ${kind}`,
      screenOf(state, columns, rows, kind),
    ]),
  );
