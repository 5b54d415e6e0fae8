import type {ViewName} from '../state/screen.js';
import type {State} from '../state/state.js';
import {type Layout, layout, type Place} from './layout.js';
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
function panelsOf(state: State): readonly Panel[] {
  const {panels, shown} = views[state.screen.view];
  return shown?.(state) ?? panels;
}

/** Where they go between header and footer; undefined when the terminal is too small. */
export const layoutOf = (state: State): Layout | undefined =>
  layout(state.screen.columns, state.screen.rows, panelsOf(state));

/** The panels that there is room for, each in its place. */
export const placesOf = (state: State): readonly Place[] => layoutOf(state)?.places ?? [];
