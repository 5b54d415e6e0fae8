import type {Weights} from '../../source/network/network-state.js';
import {openRun} from '../../source/state/runs.js';
import type {State} from '../../source/state/state.js';
import {createPaint} from '../../source/text/paint.js';
import type {Theme} from '../../source/text/theme.js';
import {layout, type Place} from '../../source/ui/layout.js';
import {views} from '../../source/ui/views.js';
import {acted, told} from '../helpers/state.js';
import {fullRun} from './full-run.js';
import {percentile} from './percentile.js';

/** How long in milliseconds the draws of a panel took on a terminal. */
export type DrawTimes = {readonly median: number; readonly p95: number; readonly worst: number};

/** A panel of a view: its first draw of all in milliseconds, and the later ones by terminal; none where it has no room. */
export type PanelTimes = {
  readonly view: string;
  readonly panel: string;
  readonly first: number;
  readonly times: readonly (DrawTimes | undefined)[];
};

/** The terminals that panels are laid out on. */
export const terminals = [
  [80, 24],
  [100, 30],
  [200, 50],
] as const;

/** Draws that are counted, and draws before them. */
const [counted, warmUp] = [300, 60];

const theme: Theme = {unicode: true, background: 'dark', greys: 26, paint: createPaint(8, 'dark')};

/** The state before a draw: another digit, another moment, or newer weights, in turn. */
function changed(state: State, draw: number): State {
  const index = (draw * 37) % 10_000;
  const {timeline, network} = openRun(state.runs);
  const looking = timeline[(draw * 7) % timeline.length]?.step;
  switch (draw % 3) {
    case 0:
      return acted(state, {type: 'move-to', index});
    case 1:
      return {...state, runs: {...state.runs, looking}};
    default: {
      const live = {...state, runs: {...state.runs, looking: undefined}};
      return network === undefined ? live : withNewer(live, {...network.weights});
    }
  }
}

/** The state with weights that have just come, and with what the map finds out of them. */
function withNewer(state: State, weights: Weights): State {
  const {network} = openRun(state.runs);
  const {map} = state.surveys;
  const newer = network === undefined ? state : told(state, {...network, weights});
  return map === undefined ? newer : acted(newer, {type: 'surveyed', survey: {...map, weights}});
}

/** Draws every panel of every view on each terminal, after 20 epochs with 64 moments on MNIST. */
export async function measureDrawing(): Promise<PanelTimes[]> {
  const full = await fullRun();
  return Object.entries(views).flatMap(([view, {panels}]) => {
    const onTerminals = terminals.map(([columns, rows]) =>
      drawTimes(full, layout(columns, rows, panels)?.places ?? []),
    );
    return panels.flatMap(({name: panel}) => {
      const all = onTerminals.map(times => times.get(panel));
      const first = all.find(times => times !== undefined)?.[0];
      return first === undefined ? [] : [{view, panel, first, times: all.map(times => times && summary(times))}];
    });
  });
}

/** How long each draw of each panel took, the first ones too. */
function drawTimes(full: State, places: readonly Place[]): Map<string, number[]> {
  const times = new Map(places.map(({panel}) => [panel.name, [] as number[]] as const));
  let state = full;
  for (let draw = 0; draw < warmUp + counted; draw++) {
    state = changed(state, draw);
    for (const {panel, size} of places) {
      const began = performance.now();
      panel.draw(state, size, theme);
      times.get(panel.name)?.push(performance.now() - began);
    }
  }
  return times;
}

function summary(times: readonly number[]): DrawTimes {
  const later = times.slice(warmUp);
  return {median: percentile(later, 0.5), p95: percentile(later, 0.95), worst: Math.max(...later)};
}
