import {engineNames} from '../engines/catalogue.js';
import {type OverlayName, viewNames} from '../state/screen.js';
import type {State} from '../state/state.js';
import {fill} from '../words/fill.js';
import {keys as words} from '../words/keys.js';
import {views as viewWords} from '../words/screen.js';
import {sideways, upAndDown, wayOf} from './arrow-keys.js';
import type {Binding} from './panel.js';
import {walk, walkTo} from './walk.js';

/** The views that show whichever run is open. */
const plainViews = viewNames.filter(name => name !== 'lesson');

/** Whether a page of the lesson is shown, and nothing covers it. */
const isOnPage = ({screen: {view, overlay}}: State): boolean => view === 'lesson' && overlay === 'none';

/** A key that covers the panels with something, and lays them open again. */
const covers = (key: string, overlay: OverlayName, says: Pick<Binding, 'help' | 'hint'>): Binding => ({
  keys: [key],
  overOverlay: true,
  label: key,
  ...says,
  act: () => ({type: 'toggle-overlay', overlay}),
});

/** Every key of the dashboard: the one table behind keys, footer, help and README. */
export const bindings: readonly Binding[] = [
  {...sideways, ...words.one, act: (state, key) => walk(state, wayOf(key))},
  {...upAndDown, ...words.ten, act: (state, key) => walk(state, 10 * wayOf(key))},
  {
    keys: ['pageup', 'pagedown'],
    label: 'PgUp PgDn',
    ...words.hundred,
    act: (state, key) => walk(state, key === 'pageup' ? -100 : 100),
  },
  {
    keys: ['home', 'end'],
    label: 'Home End',
    ...words.ends,
    act: (state, key) => walkTo(state, key === 'home' ? 0 : Number.MAX_SAFE_INTEGER),
  },
  {
    keys: ['t'],
    label: 't',
    ...words.train,
    hintNow: ({session}) => (session.stretch === undefined || session.paused ? undefined : words.stop.hint),
    act: () => ({type: 'train'}),
  },
  {
    keys: [' '],
    label: 'Space',
    ...words.pause,
    hintNow: ({session}) => (session.paused ? words.goOn.hint : undefined),
    act: () => ({type: 'pause'}),
  },
  {keys: ['.'], label: '.', ...words.step, act: () => ({type: 'step'})},
  {
    keys: ['<', '>'],
    label: '< >',
    ...words.pace,
    act: (_, key) => ({type: 'pace', to: key === '<' ? 'slower' : 'faster'}),
  },
  {keys: ['f'], label: 'f', ...words.full, act: () => ({type: 'pace', to: 'full'})},
  {keys: ['+', '-'], label: '+ -', ...words.rate, act: (_, key) => ({type: 'rate', by: key === '+' ? 1 : -1})},
  {
    keys: ['[', ']'],
    overOverlay: true,
    label: '[ ]',
    ...words.moments,
    act: (_, key) => ({type: key === '[' ? 'earlier' : 'later'}),
  },
  {keys: ['n', 'b'], label: 'n b', ...words.mistakes, act: (_, key) => ({type: 'mistake', by: key === 'n' ? 1 : -1})},
  {keys: ['w'], overOverlay: true, label: 'w', ...words.why, act: () => ({type: 'why'})},
  covers('i', 'numbers', words.numbers),
  covers('j', 'changes', words.changes),
  covers('k', 'nearest', words.nearest),
  covers('v', 'advice', words.advice),
  {keys: ['p'], label: 'p', ...words.predict, act: () => ({type: 'predict'})},
  {keys: ['d'], overOverlay: true, label: 'd', ...words.draw, act: () => ({type: 'draw'})},
  {keys: ['g'], label: 'g', ...words.askIndex, act: () => ({type: 'ask-index'})},
  {keys: ['tab'], label: 'Tab', ...words.switchSplit, act: () => ({type: 'switch-split'})},
  {keys: ['a'], label: 'a', ...words.toggleArt, act: () => ({type: 'toggle-art'})},
  {keys: ['l'], label: 'l', ...words.nextAxes, act: () => ({type: 'next-axes'})},
  {
    keys: plainViews.map((_, index) => String(index + 1)),
    overOverlay: true,
    label: fill(words.views.label, {last: plainViews.length}),
    help: fill(words.views.help, {first: viewWords.learn, last: viewWords.runs}),
    act: (_, key) => ({type: 'view', view: plainViews[Number(key) - 1] ?? 'learn'}),
  },
  {
    keys: ['7'],
    overOverlay: true,
    label: '7',
    ...words.lesson,
    hintNow: state => (isOnPage(state) ? words.leave.hint : undefined),
    act: state => (isOnPage(state) ? {type: 'leave-lesson'} : {type: 'view', view: 'lesson'}),
  },
  {keys: ['return'], label: 'Enter', ...words.hold, act: () => ({type: 'hold'})},
  covers('m', 'summary', words.summary),
  {keys: ['c'], label: 'c', ...words.resume, act: () => ({type: 'reset', to: 'saved'})},
  {keys: ['r'], label: 'r', ...words.reset, act: () => ({type: 'reset', to: 'same'})},
  {keys: ['s'], label: 's', ...words.nextSeed, act: () => ({type: 'reset', to: 'next'})},
  {
    keys: ['e'],
    label: 'e',
    help: fill(words.changeEngine.help, {engines: engineNames.join(', ')}),
    act: () => ({type: 'change-engine'}),
  },
  {keys: ['escape'], overOverlay: true, label: 'Esc', ...words.close, act: () => ({type: 'close'})},
  {
    keys: ['h', 'f1'],
    overOverlay: true,
    label: 'h F1',
    short: 'h',
    ...words.explain,
    act: () => ({type: 'toggle-overlay', overlay: 'explain'}),
  },
  {keys: ['u'], overOverlay: true, label: 'u', ...words.quiz, act: () => ({type: 'open-quiz'})},
  covers('?', 'keys', words.keys),
  {keys: ['ctrl+z'], overOverlay: true, label: 'Ctrl+Z', ...words.suspend, act: () => ({type: 'suspend'})},
  {keys: ['ctrl+l'], overOverlay: true, label: 'Ctrl+L', ...words.redraw, act: () => ({type: 'redraw'})},
  {
    keys: ['q', 'ctrl+c'],
    overOverlay: true,
    label: 'q Ctrl+C',
    short: 'q',
    ...words.quit,
    act: (_, key) => ({type: 'quit', exitCode: key === 'q' ? 0 : 130}),
  },
];

const byKey = new Map(bindings.flatMap(binding => binding.keys.map(key => [key, binding] as const)));

/** The binding of a key, if it has one. */
export const bindingOf = (key: string): Binding | undefined => byKey.get(key);
