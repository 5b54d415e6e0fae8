import type {Action} from '../state/actions.js';
import type {State} from '../state/state.js';

/** Walks so many digits on, or back where it is below 0; where one draws, so many kept drawings. */
export const walk = ({screen}: State, by: number): Action => ({
  type: screen.view === 'draw' ? 'walk-kept' : 'move',
  by,
});

/** Goes to a digit; where one draws, to the first kept drawing, or the last. */
export const walkTo = (state: State, index: number): Action =>
  state.screen.view === 'draw' ? walk(state, index === 0 ? -Number.MAX_SAFE_INTEGER : index) : {type: 'move-to', index};
