import type {ViewName} from '../state/screen.js';
import type {Panel, View} from './panel.js';
import {chartPanel} from './panels/chart-panel.js';
import {confusionPanel} from './panels/confusion-panel.js';
import {digitPanel} from './panels/digit-panel.js';
import {lightsPanel} from './panels/lights-panel.js';
import {mistakesPanel} from './panels/mistakes-panel.js';
import {picturePanel} from './panels/picture-panel.js';
import {predictionPanel} from './panels/prediction-panel.js';
import {tilesPanel} from './panels/tiles-panel.js';
import {trainingPanel} from './panels/training-panel.js';
import {unitPanel} from './panels/unit-panel.js';
import {wallPanel} from './panels/wall-panel.js';

/** Lines that the tiles keep at least, and where there is more room. */
const [oneRow, twoRows, all] = [6, 11, 44];

/** The training beside the tiles. */
const trainingBesideTiles: Panel = {
  ...trainingPanel,
  rooms: [
    {column: 'left', columns: 24, least: 6, most: 9},
    {column: 'right', columns: 24, least: 6, most: 6, leaves: twoRows},
    {column: 'right', columns: 24, least: 2, most: 3, leaves: oneRow},
  ],
};

/** The scores and the matrix, where there is room beside all that belongs to the units. */
const predictionBesideTiles: Panel = {
  ...predictionPanel,
  rank: 4,
  rooms: [
    {column: 'left', columns: 28, least: 11, most: 11},
    {column: 'right', columns: 24, least: 11, most: 11, leaves: all},
  ],
};
const confusionBesideTiles: Panel = {
  ...confusionPanel,
  rank: 5,
  rooms: [{column: 'right', columns: 52, least: 13, most: 13, leaves: all}],
};

/** Every view: the one place that lists the panels. */
export const views: Readonly<Record<ViewName, View>> = {
  learn: {
    panels: [digitPanel, trainingPanel, predictionPanel, lightsPanel, wallPanel, chartPanel, confusionPanel],
  },
  mistakes: {panels: [digitPanel, trainingPanel, predictionPanel, mistakesPanel, confusionPanel]},
  network: {
    panels: [picturePanel, unitPanel, trainingBesideTiles, predictionBesideTiles, tilesPanel, confusionBesideTiles],
  },
};
