import type {Panel, Room, View} from '../panel.js';
import {digitPanel} from '../panels/digit-panel.js';
import {mapPanel} from '../panels/map-panel.js';
import {predictionPanel} from '../panels/prediction-panel.js';
import {trainingPanel} from '../panels/training-panel.js';

/** Two lines above the map, where it stays large. */
const strip: Room = {column: 'right', columns: 24, least: 2, most: 2, leaves: 16};

/** A panel on the left of the map alone, which has all the room on the right; else as is said. */
const besideMap = (panel: Panel, ...others: readonly Room[]): Panel => ({
  ...panel,
  rooms: [...panel.rooms.filter(({column}) => column === 'left'), ...others],
});

/** Where the digits stand between the answers. */
export const mapView: View = {
  panels: [digitPanel, besideMap(predictionPanel), besideMap(trainingPanel, strip), mapPanel],
};
