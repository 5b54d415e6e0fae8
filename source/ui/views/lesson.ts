import {type Beside, pageAt} from '../../lesson/pages.js';
import type {Panel, Room, View} from '../panel.js';
import {answersPanel} from '../panels/answers-panel.js';
import {chartPanel} from '../panels/chart-panel.js';
import {digitPanel} from '../panels/digit-panel.js';
import {lessonPanel} from '../panels/lesson-panel.js';
import {lightsPanel} from '../panels/lights-panel.js';
import {predictionPanel} from '../panels/prediction-panel.js';
import {tilesPanel} from '../panels/tiles-panel.js';
import {trainingPanel} from '../panels/training-panel.js';

/** A panel beside the pages, which have the left column. */
const beside = (panel: Panel, rank: number, ...rooms: readonly Room[]): Panel => ({
  ...panel,
  column: 'right',
  rank,
  rooms: rooms.map(room => ({column: 'right', columns: 24, terminal: {columns: 80, lines: 19}, ...room})),
});

const digit = beside(digitPanel, 2, {columns: 28, least: 15, most: 15}, {least: 8, most: 8});
const scores = beside(predictionPanel, 3, {least: 11, most: 11}, {least: 3, most: 3});
const training = beside(trainingPanel, 5, {least: 6, most: 6}, {least: 2, most: 3});
const lights = beside(lightsPanel, 6, {least: 4, most: 4});
const chart = beside(chartPanel, 7, {least: 6, most: 8});
const tallChart = beside(chartPanel, 7, {least: 6, most: 20});
const tiles = beside(tilesPanel, 8, {least: 6, most: 30});

/** What stands beside a page. */
const groups: Readonly<Record<Beside, readonly Panel[]>> = {
  wall: [answersPanel, training, chart],
  digit: [digit, scores, training],
  scores: [scores, beside(digitPanel, 4, {columns: 28, least: 15, most: 15, leaves: 2}, {least: 8, most: 8}), training],
  losses: [training, tallChart],
  units: [training, lights, tiles],
  lights: [lights, training, tallChart],
};

/** The lesson: a page, and beside it the panels in which what it is about is seen to live. */
export const lessonView: View = {
  panels: [lessonPanel, digit, scores, answersPanel, training, lights, chart, tiles],
  shown: ({lesson}) => [lessonPanel, ...groups[pageAt(lesson.page).beside]],
};
