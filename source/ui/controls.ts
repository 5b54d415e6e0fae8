import {overlayHint} from '../state/notices.js';
import type {PersonAction} from '../state/person-actions.js';
import {isTraining, losesTraining, nextEngine} from '../state/selectors.js';
import type {Store} from '../state/store.js';
import type {InputEvent, KeyEvent} from '../terminal/events.js';
import type {TrainingClient} from '../training/client.js';
import type {RunOptions} from '../training/protocol.js';
import {keyName} from './key-name.js';
import {bindingOf, type Controls} from './keymap.js';
import {scrollAction, scrolls} from './overlay-scroll.js';

/**
 * What keys can make the dashboard do.
 * @param runOptions what a run that begins now is told
 * @param outside what is done to the process and the terminal
 */
export function createControls(
  store: Store,
  client: TrainingClient,
  runOptions: () => RunOptions,
  outside: Pick<Controls, 'suspend' | 'redraw' | 'quit'>,
): Controls {
  const {dispatch, current} = store;
  return {
    move: by => dispatch({type: 'move', by}),
    moveTo: index => dispatch({type: 'move-to', index}),
    askIndex: () => dispatch({type: 'ask-index'}),
    switchSplit: () => dispatch({type: 'switch-split'}),
    toggleTraining() {
      if (isTraining(current())) {
        client.send({type: 'stop'});
        dispatch({type: 'ask-stop'});
      } else {
        const options = runOptions();
        const images = current().data.train?.count;
        if (images !== undefined && images < options.batchSize) {
          const notice = `${images} train images fill no batch of ${options.batchSize}: start with --batch-size ${images} or less`;
          return dispatch({type: 'say', once: false, notice});
        }
        client.send({type: 'train', ...options});
        dispatch({type: 'ask-training'});
      }
    },
    startAfresh() {
      if (losesTraining(current()) && !current().asksAfresh) return dispatch({type: 'doubt-reset'});
      const seed = (current().askedSeed + 1) % 2 ** 32;
      client.send({type: 'reset', seed});
      dispatch({type: 'ask-reset', seed});
    },
    changeEngine() {
      const engine = nextEngine(current());
      client.send({type: 'change-engine', engine});
      if (engine === current().about?.engine) dispatch({type: 'say', once: false, notice: `${engine} is in use`});
      dispatch({type: 'ask-engine', engine});
    },
    predict: () => dispatch({type: 'predict'}),
    closePanel: () => dispatch({type: 'close-panel'}),
    toggleArt: () => dispatch({type: 'toggle-art'}),
    toggleSummary: () => dispatch({type: 'toggle-overlay', overlay: 'summary'}),
    toggleKeys: () => dispatch({type: 'toggle-overlay', overlay: 'keys'}),
    ...outside,
  };
}

/**
 * Makes the function that carries out what comes from the terminal, one event after the other. Pasted text is no key:
 * its digits count in an index, and nowhere else.
 */
export function createInputHandler({dispatch, current}: Store, controls: Controls): (event: InputEvent) => void {
  /** Answers whether the trained weights may go; other keys are no answer. */
  const answer = (name: string): void => {
    if (name === 'r' || name === 'y') controls.startAfresh();
    else if (name === 'escape' || name === 'n') controls.closePanel();
  };
  const press = (key: KeyEvent): void => {
    const name = keyName(key);
    const {typedIndex, asksAfresh, overlay} = current();
    const binding = bindingOf(name);
    const canBeTyped = name !== 'ctrl+c';
    if (canBeTyped && typedIndex !== undefined) dispatch(indexAction(name, key.text));
    else if (canBeTyped && asksAfresh) answer(name);
    else if (overlay !== 'none' && scrolls(name)) dispatch(scrollAction(current(), name));
    else if (binding !== undefined && (overlay === 'none' || binding.overOverlay)) binding.run(controls, name);
    else dispatch({type: 'say', once: true, notice: overlay === 'none' ? '? shows the keys' : overlayHint});
  };
  const paste = (text: string): void => {
    if (current().typedIndex === undefined) dispatch({type: 'say', once: true, notice: 'pasted text is not commands'});
    else dispatch(pastedIndexAction(text));
  };

  return event => {
    if (event.type === 'key') press(event);
    else if (event.type === 'paste') paste(event.text);
  };
}

/** What a key does while an index is typed: digits and editing keys belong to it, all others are refused. */
function indexAction(name: string, text: string): PersonAction {
  if (/^\d$/.test(name)) return {type: 'type-index', typed: name};
  if (name === 'backspace') return {type: 'erase-index'};
  if (name === 'return') return {type: 'accept-index'};
  if (name === 'escape') return {type: 'close-panel'};
  return {type: 'refuse-index', why: /^[!-~]$/.test(text) ? `${text} is no digit` : 'only digits count here'};
}

function pastedIndexAction(text: string): PersonAction {
  const digits = text.replaceAll(/\D/g, '');
  return digits === ''
    ? {type: 'refuse-index', why: 'no digits in the pasted text'}
    : {type: 'type-index', typed: digits};
}
