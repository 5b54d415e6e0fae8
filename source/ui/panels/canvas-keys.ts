import {drawing as words} from '../../words/drawing.js';
import {sideways, upAndDown, wayOf} from '../arrow-keys.js';
import type {Held} from '../panel.js';

const {keys: helps} = words;

/** The canvas's keys once it has the arrows. */
export const canvasKeys: Held = {
  hint: words.hint,
  enter: words.enter,
  keys: [
    {...sideways, help: helps.move, act: (_, key) => ({type: 'move-pen', right: wayOf(key), down: 0})},
    {...upAndDown, help: helps.move, act: (_, key) => ({type: 'move-pen', right: 0, down: wayOf(key)})},
    {keys: [' '], label: 'Space', help: helps.pen, act: () => ({type: 'take-tool', tool: 'pen'})},
    {keys: ['x'], label: 'x', help: helps.eraser, act: () => ({type: 'take-tool', tool: 'eraser'})},
    {keys: ['backspace'], label: 'Backspace', help: helps.undo, act: () => ({type: 'undo'})},
    {keys: ['delete'], label: 'Delete', help: helps.clear, act: () => ({type: 'ask-clear'})},
    {keys: ['return'], label: 'Enter', help: helps.keep, act: () => ({type: 'ask-label'})},
    {keys: ['o'], label: 'o', help: helps.flips, act: () => ({type: 'show-flips'})},
  ],
};
