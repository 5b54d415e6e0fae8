import {drawing as words} from '../../words/drawing.js';
import type {Held} from '../panel.js';

const {keys: helps} = words;

/** The canvas's keys once it has the arrows. */
export const canvasKeys: Held = {
  hint: words.hint,
  enter: words.enter,
  keys: [
    {
      keys: ['left', 'right'],
      label: '← →',
      ascii: 'Left Right',
      help: helps.move,
      act: (_, key) => ({type: 'move-pen', right: key === 'left' ? -1 : 1, down: 0}),
    },
    {
      keys: ['up', 'down'],
      label: '↑ ↓',
      ascii: 'Up Down',
      help: helps.move,
      act: (_, key) => ({type: 'move-pen', right: 0, down: key === 'up' ? -1 : 1}),
    },
    {keys: [' '], label: 'Space', help: helps.pen, act: () => ({type: 'take-tool', tool: 'pen'})},
    {keys: ['x'], label: 'x', help: helps.eraser, act: () => ({type: 'take-tool', tool: 'eraser'})},
    {keys: ['backspace'], label: 'Backspace', help: helps.undo, act: () => ({type: 'undo'})},
    {keys: ['delete'], label: 'Delete', help: helps.clear, act: () => ({type: 'ask-clear'})},
    {keys: ['return'], label: 'Enter', help: helps.keep, act: () => ({type: 'ask-label'})},
    {keys: ['o'], label: 'o', help: helps.flips, act: () => ({type: 'show-flips'})},
  ],
};
