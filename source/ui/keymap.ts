import {engineNames} from '../engines/catalogue.js';
import type {Binding} from './panel.js';

/** Every key of the dashboard: the one table behind keys, footer, help and README. */
export const bindings: readonly Binding[] = [
  {keys: ['left'], label: '←', ascii: 'Left', help: 'previous digit', act: () => ({type: 'move', by: -1})},
  {keys: ['right'], label: '→', ascii: 'Right', help: 'next digit', act: () => ({type: 'move', by: 1})},
  {keys: ['up'], label: '↑', ascii: 'Up', help: 'ten digits back', act: () => ({type: 'move', by: -10})},
  {keys: ['down'], label: '↓', ascii: 'Down', help: 'ten digits on', act: () => ({type: 'move', by: 10})},
  {keys: ['pageup'], label: 'PageUp', help: 'a hundred digits back', act: () => ({type: 'move', by: -100})},
  {keys: ['pagedown'], label: 'PageDown', help: 'a hundred digits on', act: () => ({type: 'move', by: 100})},
  {
    keys: ['home', 'end'],
    label: 'Home End',
    help: 'first, last digit',
    act: (_, key) => ({type: 'move-to', index: key === 'home' ? 0 : Number.MAX_SAFE_INTEGER}),
  },
  {
    keys: ['t'],
    label: 't',
    help: 'train; again: stop and keep the weights',
    hint: 'train',
    act: () => ({type: 'train'}),
  },
  {
    keys: ['p'],
    label: 'p',
    help: 'predict the chosen digit, and go on doing so',
    hint: 'predict',
    act: () => ({type: 'predict'}),
  },
  {keys: ['g'], label: 'g', help: 'go to an index', hint: 'go to', act: () => ({type: 'ask-index'})},
  {
    keys: ['tab'],
    label: 'Tab',
    help: 'other split: test or train',
    hint: 'split',
    act: () => ({type: 'switch-split'}),
  },
  {
    keys: ['a'],
    label: 'a',
    help: 'digit as ASCII characters or as blocks',
    hint: 'art',
    act: () => ({type: 'toggle-art'}),
  },
  {
    keys: ['m'],
    overOverlay: true,
    label: 'm',
    help: 'model summary',
    hint: 'model',
    act: () => ({type: 'toggle-overlay', overlay: 'summary'}),
  },
  {
    keys: ['r'],
    label: 'r',
    help: 'start afresh with new random weights',
    hint: 'reset',
    act: () => ({type: 'reset'}),
  },
  {keys: ['e'], label: 'e', help: `next engine: ${engineNames.join(', ')}`, act: () => ({type: 'change-engine'})},
  {
    keys: ['escape'],
    overOverlay: true,
    label: 'Esc',
    help: 'close what is open',
    act: () => ({type: 'close'}),
  },
  {
    keys: ['?'],
    overOverlay: true,
    label: '?',
    help: 'all keys',
    hint: 'keys',
    act: () => ({type: 'toggle-overlay', overlay: 'keys'}),
  },
  {
    keys: ['ctrl+z'],
    overOverlay: true,
    label: 'Ctrl+Z',
    help: 'back to the shell; fg goes on',
    act: () => ({type: 'suspend'}),
  },
  {
    keys: ['ctrl+l'],
    overOverlay: true,
    label: 'Ctrl+L',
    help: 'draw everything anew',
    act: () => ({type: 'redraw'}),
  },
  {
    keys: ['q', 'ctrl+c'],
    overOverlay: true,
    label: 'q Ctrl+C',
    help: 'quit',
    hint: 'quit',
    act: (_, key) => ({type: 'quit', exitCode: key === 'q' ? 0 : 130}),
  },
];

const byKey = new Map(bindings.flatMap(binding => binding.keys.map(key => [key, binding] as const)));

/** The binding of a key, if it has one. */
export const bindingOf = (key: string): Binding | undefined => byKey.get(key);
