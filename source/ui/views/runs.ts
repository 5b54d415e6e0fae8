import type {View} from '../panel.js';
import {formPanel} from '../panels/form-panel.js';
import {racePanel} from '../panels/race-panel.js';
import {trainingPanel} from '../panels/training-panel.js';

/** Runs side by side, and the settings of the next. */
export const runsView: View = {panels: [formPanel, racePanel, trainingPanel]};
