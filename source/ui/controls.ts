import {isTraining, nextEngine} from '../state/selectors.js';
import type {Store} from '../state/store.js';
import type {TrainingClient} from '../training/client.js';
import type {RunOptions} from '../training/protocol.js';
import {bindingOf, type Controls} from './keymap.js';

/**
 * Makes the function that carries out one key after the other.
 * @param runOptions what a run that begins now is told
 * @param quit ends the dashboard
 */
export function createKeyHandler(
  store: Store,
  client: TrainingClient,
  runOptions: () => RunOptions,
  quit: (exitCode: 0 | 130) => void,
): (name: string) => void {
  const {dispatch, current} = store;
  const controls: Controls = {
    move: by => dispatch({type: 'move', by}),
    moveTo: index => dispatch({type: 'move-to', index}),
    askIndex: () => dispatch({type: 'ask-index'}),
    switchSplit: () => dispatch({type: 'switch-split'}),
    toggleTraining() {
      if (isTraining(current())) {
        client.send({type: 'stop'});
        dispatch({type: 'ask-stop'});
      } else {
        client.send({type: 'train', ...runOptions()});
        dispatch({type: 'ask-training'});
      }
    },
    startAfresh: () => client.send({type: 'reset', seed: (current().seed + 1) % 2 ** 32}),
    changeEngine() {
      const engine = nextEngine(current());
      client.send({type: 'change-engine', engine});
      dispatch({type: 'ask-engine', engine});
    },
    predict: () => dispatch({type: 'predict'}),
    closePanel: () => dispatch({type: 'close-panel'}),
    toggleArt: () => dispatch({type: 'toggle-art'}),
    toggleSummary: () => dispatch({type: 'toggle-overlay', overlay: 'summary'}),
    toggleKeys: () => dispatch({type: 'toggle-overlay', overlay: 'keys'}),
    quit,
  };

  /** While an index is typed, digits and editing keys belong to it; any other key ends the typing and counts. */
  const typeIndex = (name: string): boolean => {
    if (/^\d$/.test(name)) dispatch({type: 'type-index', typed: name});
    else if (name === 'backspace') dispatch({type: 'erase-index'});
    else if (name === 'return') dispatch({type: 'accept-index'});
    else return false;
    return true;
  };

  return name => {
    if (current().typedIndex !== undefined && typeIndex(name)) return;
    if (current().typedIndex !== undefined && name !== 'escape') dispatch({type: 'close-panel'});
    bindingOf(name)?.run(controls);
  };
}
