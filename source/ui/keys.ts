import type {Action} from '../state/actions.js';
import {hasArrows} from '../state/screen.js';
import type {State} from '../state/state.js';
import type {InputEvent, KeyEvent} from '../terminal/events.js';
import {fill} from '../words/fill.js';
import {notices} from '../words/notices.js';
import {screen as screenWords} from '../words/screen.js';
import {heldIn} from './held.js';
import {keyName} from './key-name.js';
import {bindingOf} from './keymap.js';
import {mouseAction} from './mouse.js';
import {scrollAction, scrolls} from './overlay-scroll.js';
import {overlays, readOverlay} from './overlays.js';
import {pastedPath} from './pasted-path.js';
import {answered} from './question.js';

/**
 * What the user wants with what comes from the terminal. Pure. Pasted text is no key: its digits count in an index, and
 * nowhere else.
 */
export function actionOf(state: State, event: InputEvent): Action | undefined {
  if (event.type === 'key') return pressed(state, event);
  if (event.type === 'mouse') return mouseAction(state, event);
  return event.type === 'paste' ? pasted(state, event.text) : undefined;
}

function pressed(state: State, key: KeyEvent): Action | undefined {
  const name = keyName(key);
  const {prompt, question, overlay} = state.screen;
  const read = readOverlay(state);
  const binding = bindingOf(name);
  // What is done with the terminal and the process is done always.
  if (binding === undefined || !name.startsWith('ctrl+')) {
    if (prompt !== undefined) return typed(name, key.text);
    if (question !== undefined) return answered(question.to, name);
    const own = overlay === 'none' ? undefined : overlays[overlay].own;
    if (own !== undefined && name !== 'q') return own.act(state, name);
    if (read !== undefined && scrolls(name)) return scrollAction(state, read, name);
  }
  const holder = read === undefined && hasArrows(state.screen) ? heldIn(state) : undefined;
  const held = holder?.keys.find(({keys}) => keys.includes(name));
  if (holder !== undefined && held !== undefined) return held.act(state, name, holder.size);
  if (binding === undefined || (read !== undefined && !binding.overOverlay)) {
    return {type: 'say', once: name, notice: read === undefined ? notices.showKeys : notices.closeOverlay};
  }
  const action = binding.act(state, name);
  if (action?.type !== 'hold' || heldIn(state) !== undefined) return action;
  return {type: 'say', once: false, notice: screenWords.nothingToHold};
}

/** What a key does while an index is typed: digits and editing keys belong to it, all others are refused. */
function typed(name: string, text: string): Action {
  if (/^\d$/.test(name)) return {type: 'type-index', typed: name};
  if (name === 'backspace') return {type: 'erase-index'};
  if (name === 'return') return {type: 'accept-index'};
  if (name === 'escape') return {type: 'close'};
  return {type: 'refuse-index', why: /^[!-~]$/.test(text) ? fill(notices.noDigit, {text}) : notices.onlyDigits};
}

function pasted(state: State, text: string): Action {
  if (state.screen.prompt === undefined) {
    const file = pastedPath(text);
    return file === undefined ? {type: 'say', once: 'paste', notice: notices.pasted} : {type: 'open-picture', file};
  }
  const digits = text.replaceAll(/\D/g, '');
  return digits === '' ? {type: 'refuse-index', why: notices.noDigits} : {type: 'type-index', typed: digits};
}
