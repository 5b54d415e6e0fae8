import type {Binding} from './panel.js';

type Arrows = Pick<Binding, 'keys' | 'label' | 'ascii'>;

/** The arrows from side to side. */
export const sideways: Arrows = {keys: ['left', 'right'], label: '← →', ascii: 'Left Right'};

/** The arrows up and down. */
export const upAndDown: Arrows = {keys: ['up', 'down'], label: '↑ ↓', ascii: 'Up Down'};

/** All four arrows. */
export const allArrows: Arrows = {keys: ['left', 'right', 'up', 'down'], label: '← → ↑ ↓', ascii: 'Arrows'};

/** Where an arrow goes: left and up are back, right and down are on. */
export const wayOf = (key: string): 1 | -1 => (key === 'left' || key === 'up' ? -1 : 1);
