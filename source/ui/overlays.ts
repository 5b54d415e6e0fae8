import type {OverlayName} from '../state/screen.js';
import type {Overlay} from './overlay.js';
import {adviceOverlay} from './overlays/advice.js';
import {changesOverlay} from './overlays/changes.js';
import {keysOverlay} from './overlays/keys.js';
import {nearestOverlay} from './overlays/nearest.js';
import {summaryOverlay} from './overlays/summary.js';

/** Everything that can cover the panels. */
export const overlays: Readonly<Record<OverlayName, Overlay>> = {
  summary: summaryOverlay,
  keys: keysOverlay,
  changes: changesOverlay,
  advice: adviceOverlay,
  nearest: nearestOverlay,
};
