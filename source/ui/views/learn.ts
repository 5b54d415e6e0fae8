import type {View} from '../panel.js';
import {chartPanel} from '../panels/chart-panel.js';
import {confusionPanel} from '../panels/confusion-panel.js';
import {digitPanel} from '../panels/digit-panel.js';
import {lightsPanel} from '../panels/lights-panel.js';
import {predictionPanel} from '../panels/prediction-panel.js';
import {trainingPanel} from '../panels/training-panel.js';
import {wallPanel} from '../panels/wall-panel.js';

/** A digit, what the network says to it, and how the network learns. */
export const learnView: View = {
  panels: [digitPanel, trainingPanel, predictionPanel, lightsPanel, wallPanel, chartPanel, confusionPanel],
};
