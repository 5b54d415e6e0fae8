import type {OverlayName} from '../state/screen.js';
import type {State} from '../state/state.js';
import type {Overlay} from './overlay.js';
import {adviceOverlay} from './overlays/advice.js';
import {changesOverlay} from './overlays/changes.js';
import {explainOverlay} from './overlays/explain.js';
import {keysOverlay} from './overlays/keys.js';
import {nearestOverlay} from './overlays/nearest.js';
import {numbersOverlay} from './overlays/numbers.js';
import {quizOverlay} from './overlays/quiz.js';
import {summaryOverlay} from './overlays/summary.js';
import {whyOverlay} from './overlays/why.js';

/** Everything that can cover the panels. */
export const overlays: Readonly<Record<OverlayName, Overlay>> = {
  summary: summaryOverlay,
  keys: keysOverlay,
  changes: changesOverlay,
  advice: adviceOverlay,
  nearest: nearestOverlay,
  why: whyOverlay,
  numbers: numbersOverlay,
  explain: explainOverlay,
  quiz: quizOverlay,
};

/** What covers the panels and is there to be read, so that keys which change what it covers are refused. */
export const readOverlay = ({screen: {overlay}}: Pick<State, 'screen'>): OverlayName | undefined =>
  overlay !== 'none' && overlays[overlay].isRead ? overlay : undefined;
