import {engineNames} from '../engines/catalogue.js';
import {keys as words} from '../words/en/keys.js';
import {fill} from '../words/fill.js';
import type {Binding, View} from './panel.js';
import {views} from './views.js';

/** Every key of the dashboard: the one table behind keys, footer, help and README. */
export const bindings: readonly Binding[] = [
  {keys: ['left'], label: '←', ascii: 'Left', ...words.previous, act: () => ({type: 'move', by: -1})},
  {keys: ['right'], label: '→', ascii: 'Right', ...words.next, act: () => ({type: 'move', by: 1})},
  {keys: ['up'], label: '↑', ascii: 'Up', ...words.tenBack, act: () => ({type: 'move', by: -10})},
  {keys: ['down'], label: '↓', ascii: 'Down', ...words.tenOn, act: () => ({type: 'move', by: 10})},
  {keys: ['pageup'], label: 'PageUp', ...words.hundredBack, act: () => ({type: 'move', by: -100})},
  {keys: ['pagedown'], label: 'PageDown', ...words.hundredOn, act: () => ({type: 'move', by: 100})},
  {
    keys: ['home', 'end'],
    label: 'Home End',
    ...words.ends,
    act: (_, key) => ({type: 'move-to', index: key === 'home' ? 0 : Number.MAX_SAFE_INTEGER}),
  },
  {keys: ['t'], label: 't', ...words.train, act: () => ({type: 'train'})},
  {keys: [' '], label: 'Space', ...words.pause, act: () => ({type: 'pause'})},
  {keys: ['.'], label: '.', ...words.step, act: () => ({type: 'step'})},
  {keys: ['<'], label: '<', ...words.slower, act: () => ({type: 'pace', to: 'slower'})},
  {keys: ['>'], label: '>', ...words.faster, act: () => ({type: 'pace', to: 'faster'})},
  {keys: ['f'], label: 'f', ...words.full, act: () => ({type: 'pace', to: 'full'})},
  {keys: ['+'], label: '+', ...words.rateUp, act: () => ({type: 'rate', by: 1})},
  {keys: ['-'], label: '-', ...words.rateDown, act: () => ({type: 'rate', by: -1})},
  {keys: ['['], label: '[', ...words.earlier, act: () => ({type: 'earlier'})},
  {keys: [']'], label: ']', ...words.later, act: () => ({type: 'later'})},
  {keys: ['p'], label: 'p', ...words.predict, act: () => ({type: 'predict'})},
  {keys: ['g'], label: 'g', ...words.askIndex, act: () => ({type: 'ask-index'})},
  {keys: ['tab'], label: 'Tab', ...words.switchSplit, act: () => ({type: 'switch-split'})},
  {keys: ['a'], label: 'a', ...words.toggleArt, act: () => ({type: 'toggle-art'})},
  {
    keys: ['m'],
    overOverlay: true,
    label: 'm',
    ...words.summary,
    act: () => ({type: 'toggle-overlay', overlay: 'summary'}),
  },
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
  {keys: ['?'], overOverlay: true, label: '?', ...words.keys, act: () => ({type: 'toggle-overlay', overlay: 'keys'})},
  {keys: ['ctrl+z'], overOverlay: true, label: 'Ctrl+Z', ...words.suspend, act: () => ({type: 'suspend'})},
  {keys: ['ctrl+l'], overOverlay: true, label: 'Ctrl+L', ...words.redraw, act: () => ({type: 'redraw'})},
  {
    keys: ['q', 'ctrl+c'],
    overOverlay: true,
    label: 'q Ctrl+C',
    ...words.quit,
    act: (_, key) => ({type: 'quit', exitCode: key === 'q' ? 0 : 130}),
  },
];

/** Every key that acts in a view: the general ones and those of its panels. */
export const bindingsOf = ({panels}: View): Binding[] => [...bindings, ...panels.flatMap(({keys = []}) => keys)];

const byKey = new Map(bindingsOf(views[0]).flatMap(binding => binding.keys.map(key => [key, binding] as const)));

/** The binding of a key, if it has one. */
export const bindingOf = (key: string): Binding | undefined => byKey.get(key);
