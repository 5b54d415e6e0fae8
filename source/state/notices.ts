import type {RunState} from './run-state.js';

/** What is said of a key that does nothing while something covers the panels. */
export const overlayHint = 'Esc closes this';

/** How long a notice stays, in milliseconds. */
export const noticeTime = 10_000;

/** The state with a notice in place of the one before. */
export function withNotice(state: RunState, notice: string): RunState {
  return {...state, notice, notices: state.notices + 1};
}

/** The state with a notice that is said only once. */
export function withNoticeOnce(state: RunState, notice: string): RunState {
  return state.said.includes(notice) ? state : withNotice({...state, said: [...state.said, notice]}, notice);
}

/** The state without its notice. */
export const withoutNotice = (state: RunState): RunState => ({...state, notice: undefined});

/** The state with a fault of saving, which is no notice: it stays until the weights are saved. */
export const withSaveFault = (state: RunState, saveFault: string | undefined): RunState => ({
  ...state,
  saveFault,
  hidesSaveFault: state.hidesSaveFault && state.saveFault === saveFault,
});

/** What there is to say: the notice, else a fault of saving that has not been put away. */
export function saying({notice, saveFault, hidesSaveFault}: RunState): string | undefined {
  return notice ?? (hidesSaveFault ? undefined : saveFault);
}

/** The state after Esc has put away what there is to say, or undefined when nothing is said. */
export function silenced(state: RunState): RunState | undefined {
  if (state.notice !== undefined) return withoutNotice(state);
  return saying(state) === undefined ? undefined : {...state, hidesSaveFault: true};
}

/**
 * Makes the function that is told of every state and ends a notice in time.
 * @param end is called when the latest notice has stayed for `noticeTime`
 */
export function noticeTimer(end: () => void): (state: RunState) => void {
  let notices = 0;
  let timer: NodeJS.Timeout | undefined;
  return state => {
    if (state.notice !== undefined && state.notices === notices) return;
    notices = state.notices;
    clearTimeout(timer);
    timer = state.notice === undefined ? undefined : setTimeout(end, noticeTime).unref();
  };
}
