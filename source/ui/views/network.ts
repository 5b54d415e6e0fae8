import type {Panel, View} from '../panel.js';
import {confusionPanel} from '../panels/confusion-panel.js';
import {picturePanel} from '../panels/picture-panel.js';
import {predictionPanel} from '../panels/prediction-panel.js';
import {tilesPanel} from '../panels/tiles-panel.js';
import {trainingPanel} from '../panels/training-panel.js';
import {unitPanel} from '../panels/unit-panel.js';

/** Lines that the tiles keep at least, and where there is more room. */
const [oneRow, twoRows, all] = [6, 11, 44];

const training: Panel = {
  ...trainingPanel,
  rooms: [
    {column: 'left', columns: 24, least: 6, most: 9},
    {column: 'right', columns: 24, least: 6, most: 6, leaves: twoRows},
    {column: 'right', columns: 24, least: 2, most: 3, leaves: oneRow},
  ],
};

/** The scores and the matrix, where there is room beside all that belongs to the units. */
const scores: Panel = {
  ...predictionPanel,
  rank: 4,
  rooms: [
    {column: 'left', columns: 28, least: 11, most: 11},
    {column: 'right', columns: 24, least: 11, most: 11, leaves: all},
  ],
};
const confusion: Panel = {
  ...confusionPanel,
  rank: 5,
  rooms: [{column: 'right', columns: 52, least: 13, most: 13, leaves: all}],
};

/** The hidden units, and what each adds. */
export const networkView: View = {panels: [picturePanel, unitPanel, training, scores, tilesPanel, confusion]};
