import type {ViewName} from '../state/screen.js';
import type {State} from '../state/state.js';
import type {Panel, View} from './panel.js';
import {drawView} from './views/draw.js';
import {learnView} from './views/learn.js';
import {lessonView} from './views/lesson.js';
import {mapView} from './views/map.js';
import {mistakesView} from './views/mistakes.js';
import {networkView} from './views/network.js';
import {runsView} from './views/runs.js';

/** Every view. */
export const views: Readonly<Record<ViewName, View>> = {
  learn: learnView,
  mistakes: mistakesView,
  network: networkView,
  map: mapView,
  draw: drawView,
  runs: runsView,
  lesson: lessonView,
};

/** The panels of the view that is shown. */
export function panelsOf(state: State): readonly Panel[] {
  const {panels, shown} = views[state.screen.view];
  return shown?.(state) ?? panels;
}
