import type {View} from './panel.js';
import {chartPanel} from './panels/chart-panel.js';
import {confusionPanel} from './panels/confusion-panel.js';
import {digitPanel} from './panels/digit-panel.js';
import {predictionPanel} from './panels/prediction-panel.js';
import {trainingPanel} from './panels/training-panel.js';
import {wallPanel} from './panels/wall-panel.js';

/** Every view: the one place that lists the panels. The first is shown at the start. */
export const views: readonly [View, ...View[]] = [
  {name: 'learn', panels: [digitPanel, trainingPanel, predictionPanel, wallPanel, chartPanel, confusionPanel]},
];
