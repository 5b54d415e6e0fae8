import type {ViewName} from '../state/screen.js';
import type {View} from './panel.js';
import {chartPanel} from './panels/chart-panel.js';
import {confusionPanel} from './panels/confusion-panel.js';
import {digitPanel} from './panels/digit-panel.js';
import {lightsPanel} from './panels/lights-panel.js';
import {matrixPanel} from './panels/matrix-panel.js';
import {mistakesPanel} from './panels/mistakes-panel.js';
import {predictionPanel} from './panels/prediction-panel.js';
import {trainingPanel} from './panels/training-panel.js';
import {verdictPanel} from './panels/verdict-panel.js';
import {wallPanel} from './panels/wall-panel.js';

/** Every view: the one place that lists the panels. */
export const views: Readonly<Record<ViewName, View>> = {
  learn: {
    panels: [digitPanel, trainingPanel, predictionPanel, lightsPanel, wallPanel, chartPanel, confusionPanel],
  },
  mistakes: {
    panels: [
      digitPanel,
      verdictPanel,
      matrixPanel,
      mistakesPanel,
      {
        ...predictionPanel,
        rank: 5,
        rooms: [
          {column: 'left', columns: 28, least: 11, most: 11},
          {column: 'right', terminal: {columns: 184, lines: 46}, least: 11, most: 11},
        ],
      },
      {
        ...trainingPanel,
        rank: 6,
        rooms: [
          {column: 'left', columns: 28, least: 6, most: 9},
          {column: 'right', terminal: {columns: 184, lines: 46}, least: 6, most: 6},
        ],
      },
    ],
  },
};
