import type {Panel, View} from '../panel.js';
import {canvasPanel} from '../panels/canvas-panel.js';
import {chartPanel} from '../panels/chart-panel.js';
import {flipsPanel} from '../panels/flips-panel.js';
import {predictionPanel} from '../panels/prediction-panel.js';
import {seesPanel} from '../panels/sees-panel.js';
import {trainingPanel} from '../panels/training-panel.js';

/** Below the canvas, or in two lines above the scores. */
const training: Panel = {
  ...trainingPanel,
  rank: 5,
  rooms: [
    {column: 'left', columns: 28, least: 6, most: 9},
    {column: 'right', columns: 24, least: 2, most: 2},
  ],
};

/** Below what the network sees. */
const prediction: Panel = {
  ...predictionPanel,
  column: 'right',
  rooms: [
    {columns: 24, least: 11, most: 11, leaves: 2},
    {least: 3, most: 3},
  ],
};

/** Where there is room besides. */
const chart: Panel = {...chartPanel, rank: 6, rooms: [{column: 'right', columns: 38, least: 5, most: 20}]};

/** Where one draws. */
export const drawView: View = {panels: [canvasPanel, training, seesPanel, prediction, flipsPanel, chart]};
