import type {State} from '../../source/state/state.js';
import {layout} from '../../source/ui/layout.js';
import {overlayPanel} from '../../source/ui/panels/overlay-panel.js';
import {views} from '../../source/ui/views.js';
import {frameStates} from './frame-states.js';
import {themeOf} from './frames.js';
import {acted} from './state.js';

const theme = themeOf('ASCII');

/** What classes of another dataset are called. */
export const classNames = [
  ...['Top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
];

/** Small terminals, up to the usual one. */
export const terminals = [
  [40, 12],
  [60, 20],
  [80, 24],
] as const;

const {start, ready, predicting, training, wrong, back, early, onMap, mistakes, opened, inside, unitsOff} = frameStates;
/** States of all kinds. */
export const states = {
  start,
  ready,
  predicting,
  training,
  wrong,
  back,
  early,
  onMap,
  mistakes,
  opened,
  inside,
  unitsOff,
};

/** A state with a dataset whose classes have names. */
export function named(state: State): State {
  const {train, test} = state.session.data;
  const data = {...(train && {train: {...train, classNames}}), ...(test && {test: {...test, classNames}})};
  return {...state, session: {...state.session, data}};
}

/** What is drawn in a place: a panel of a view, or what covers the panels. */
export type Drawn = {readonly where: string; readonly columns: number; readonly lines: readonly string[]};

/** Every panel of every view, and all that can cover them, on small terminals. */
export function smallScreens(state: State): Drawn[] {
  return terminals.flatMap(([columns, rows]) => {
    const sized = acted(state, {type: 'resize', columns, rows});
    const panels = Object.entries(views).flatMap(([view, {panels: all}]) =>
      (layout(columns, rows, all)?.places ?? []).map(({panel, size}) => ({
        where: `${view}, ${panel.name}, ${columns} x ${rows}`,
        columns: size.columns,
        lines: panel.draw(sized, size, theme),
      })),
    );
    const covers = (['summary', 'keys', 'advice', 'nearest', 'why', 'numbers', 'explain'] as const).map(overlay => ({
      where: `${overlay}, ${columns} x ${rows}`,
      columns,
      lines: overlayPanel(sized, overlay, columns, rows - 3, theme),
    }));
    return [...panels, ...covers];
  });
}
