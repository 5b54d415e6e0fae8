import type {ViewName} from '../state/screen.js';
import type {Panel, Room, View} from './panel.js';
import {canvasPanel} from './panels/canvas-panel.js';
import {chartPanel} from './panels/chart-panel.js';
import {confusionPanel} from './panels/confusion-panel.js';
import {digitPanel} from './panels/digit-panel.js';
import {flipsPanel} from './panels/flips-panel.js';
import {lightsPanel} from './panels/lights-panel.js';
import {mapPanel} from './panels/map-panel.js';
import {matrixPanel} from './panels/matrix-panel.js';
import {mistakesPanel} from './panels/mistakes-panel.js';
import {predictionPanel} from './panels/prediction-panel.js';
import {seesPanel} from './panels/sees-panel.js';
import {trainingPanel} from './panels/training-panel.js';
import {verdictPanel} from './panels/verdict-panel.js';
import {wallPanel} from './panels/wall-panel.js';

/** Two lines above the map, where it stays large. */
const strip: Room = {column: 'right', columns: 24, least: 2, most: 2, leaves: 16};

/** A panel on the left of the map alone, which has all the room on the right; else as is said. */
const besideMap = (panel: Panel, ...others: readonly Room[]): Panel => ({
  ...panel,
  rooms: [...panel.rooms.filter(({column}) => column === 'left'), ...others],
});

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
  map: {panels: [digitPanel, besideMap(predictionPanel), besideMap(trainingPanel, strip), mapPanel]},
  draw: {
    panels: [
      canvasPanel,
      {
        ...trainingPanel,
        rank: 5,
        rooms: [
          {column: 'left', columns: 28, least: 6, most: 9},
          {column: 'right', columns: 24, least: 2, most: 2},
        ],
      },
      seesPanel,
      {
        ...predictionPanel,
        column: 'right',
        rooms: [
          {column: 'right', columns: 24, least: 11, most: 11, leaves: 2},
          {column: 'right', least: 3, most: 3},
        ],
      },
      flipsPanel,
      {...chartPanel, rank: 6, rooms: [{column: 'right', columns: 38, least: 5, most: 20}]},
    ],
  },
};
