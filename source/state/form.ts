import {losses} from '../network/losses.js';
import type {RunSettings} from '../training/formats/run-info.js';
import type {Fresh, RunOptions} from '../training/protocol.js';
import {counted, fill} from '../words/fill.js';
import {runs as words} from '../words/runs.js';
import {changed, differing, type FieldName, fieldNames} from './form-fields.js';
import {isLessonOpen} from './lesson.js';
import {withNewRun} from './new-run.js';
import {said} from './notices.js';
import {withRace} from './race.js';
import {isTrained, openRun} from './runs.js';
import {tooFew, withFirstStretch} from './session.js';
import type {State} from './state.js';
import {withAllOn} from './units.js';

/** What the race's chart counts. */
const measures = ['steps', 'images', 'seconds'] as const;

/** See measures. */
export type Measure = (typeof measures)[number];

/** The most runs of a race. */
const mostLanes = 8;

/** The settings of the next run, and of those of the race that were put together before it. */
export type Form = {
  readonly settings: RunSettings;
  readonly lanes: readonly RunSettings[];
  /** The setting that the cursor is on. */
  readonly field: FieldName;
  /** Whether the user has been told that the weights as they are now would be lost. */
  readonly isWarned: boolean;
  readonly measure: Measure;
};

/** The settings that the program was started with. */
export const startForm = ({seed, hidden, activation}: Fresh, options: RunOptions): Form => ({
  settings: {...options, seed, hidden, activation},
  lanes: [],
  field: 'hidden',
  isWarned: false,
  measure: 'steps',
});

const withForm = (state: State, form: Partial<Form>): State => ({
  ...state,
  form: {...state.form, isWarned: false, ...form},
});

/** Settings as they are trained with: an early stop only where there is one. */
const sound = (settings: RunSettings): RunSettings => ({
  ...settings,
  earlyStop: settings.earlyStop && !settings.augment && losses[settings.loss].earlyStop !== undefined,
});

/** Whether the weights as they are now are in no file. */
function isUnsaved(state: State): boolean {
  const {runs, session} = state;
  const run = openRun(runs);
  const isKept = run.ended?.model !== undefined || (run.started === undefined && run.opened?.resumed !== undefined);
  // Nothing of the lesson's is ever in a file.
  return !isLessonOpen(state) && isTrained(run) && run.own === undefined && !isKept && session.place === undefined;
}

/** The state with other runs, which are trained at once. */
function begun(state: State, runs: State['runs'], options: RunOptions): State {
  const {session} = state;
  const given = [...new Set([...session.given, ...Object.keys(options)])];
  return {
    ...state,
    runs,
    units: withAllOn(state.units),
    session: {...withFirstStretch(session), options, given},
    form: {...state.form, lanes: [], isWarned: false},
  };
}

/** What the user does to the form. */
export const formActions = {
  'form-move'(state: State, {by}: {readonly by: number}): State {
    const place = fieldNames.indexOf(state.form.field) + by;
    return withForm(state, {field: fieldNames[(place + fieldNames.length) % fieldNames.length] ?? 'hidden'});
  },
  'form-to': (state: State, {field}: {readonly field: FieldName}): State => withForm(state, {field}),
  'form-change': (state: State, {by}: {readonly by: 1 | -1}): State =>
    withForm(state, {settings: changed(state.form.settings, state.form.field, by)}),
  /** Puts the settings into the race. */
  'form-add'(state: State): State {
    const {settings, lanes} = state.form;
    const few = tooFew(state, settings);
    if (few !== undefined) return said(state, few);
    if (lanes.some(lane => differing(lane, settings).length === 0)) return said(state, words.same);
    if (lanes.length === mostLanes) return said(state, fill(words.full, {most: mostLanes}));
    return withForm(state, {lanes: [...lanes, settings]});
  },
  /** Takes the last settings out of the race. */
  'form-remove': (state: State): State =>
    state.form.lanes.length === 0 ? said(state, words.empty) : withForm(state, {lanes: state.form.lanes.slice(0, -1)}),
  /** Trains a run with the settings, or the runs of the race. */
  'form-start'(state: State): State {
    const {settings, lanes, isWarned} = state.form;
    if (state.session.stretch !== undefined) return said(state, words.busy);
    const few = lanes.length === 0 ? tooFew(state, settings) : undefined;
    if (few !== undefined) return said(state, few);
    if (isUnsaved(state) && !isWarned) return said(withForm(state, {isWarned: true}), words.unsaved);
    const [one, other] = lanes.map(sound);
    if (one !== undefined && other !== undefined) {
      const raced = begun(state, withRace(state.runs, lanes.map(sound)), one);
      return said(raced, counted(words.raced, {count: lanes.length}));
    }
    const {seed, hidden, activation, ...options} = sound(one ?? settings);
    const runs = withNewRun(state.runs, {seed, hidden, activation});
    return begun(state, runs, options);
  },
  /** Counts steps, images or seconds in the chart. */
  'next-measure': (state: State): State =>
    withForm(state, {measure: measures[(measures.indexOf(state.form.measure) + 1) % measures.length] ?? 'steps'}),
};
