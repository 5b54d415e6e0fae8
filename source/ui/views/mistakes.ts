import type {Panel, Size, View} from '../panel.js';
import {digitPanel} from '../panels/digit-panel.js';
import {matrixPanel} from '../panels/matrix-panel.js';
import {mistakesPanel} from '../panels/mistakes-panel.js';
import {predictionPanel} from '../panels/prediction-panel.js';
import {trainingPanel} from '../panels/training-panel.js';
import {verdictPanel} from '../panels/verdict-panel.js';

/** A terminal on which the right column has room for more than the matrix and the mistakes. */
const terminal: Size = {columns: 184, lines: 46};

const scores: Panel = {
  ...predictionPanel,
  rank: 5,
  rooms: [
    {column: 'left', columns: 28, least: 11, most: 11},
    {column: 'right', terminal, least: 11, most: 11},
  ],
};
const training: Panel = {
  ...trainingPanel,
  rank: 6,
  rooms: [
    {column: 'left', columns: 28, least: 6, most: 9},
    {column: 'right', terminal, least: 6, most: 6},
  ],
};

/** What the network gets wrong. */
export const mistakesView: View = {
  panels: [digitPanel, verdictPanel, matrixPanel, mistakesPanel, scores, training],
};
