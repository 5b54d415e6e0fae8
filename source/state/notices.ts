import type {ScreenState} from './screen.js';
import type {State} from './state.js';

/** How long a notice stays, in milliseconds. */
const noticeTime = 10_000;

/** The screen with a notice in place of the one before. */
export function withNotice(screen: ScreenState, notice: string): ScreenState {
  return {...screen, notice, notices: screen.notices + 1};
}

/** The state with a notice. */
export const said = (state: State, notice: string): State => ({...state, screen: withNotice(state.screen, notice)});

/** The screen with a notice that is said only once of the same. */
export function withNoticeOnce(screen: ScreenState, notice: string, of: string): ScreenState {
  const name = `${notice} (${of})`;
  return screen.said.includes(name) ? screen : withNotice({...screen, said: [...screen.said, name]}, notice);
}

/** The screen without its notice. */
export const withoutNotice = (screen: ScreenState): ScreenState => ({...screen, notice: undefined});

/** The screen with a fault of saving, which is no notice: it stays until the weights are saved. */
export const withSaveFault = (screen: ScreenState, saveFault: string | undefined): ScreenState => ({
  ...screen,
  saveFault,
  hidesSaveFault: screen.hidesSaveFault && screen.saveFault === saveFault,
});

/** What there is to say: the notice, else a fault of saving that has not been put away. */
export function saying({notice, saveFault, hidesSaveFault}: ScreenState): string | undefined {
  return notice ?? (hidesSaveFault ? undefined : saveFault);
}

/** The screen after Esc has put away what there is to say, or undefined when nothing is said. */
export function silenced(screen: ScreenState): ScreenState | undefined {
  if (screen.notice !== undefined) return withoutNotice(screen);
  return saying(screen) === undefined ? undefined : {...screen, hidesSaveFault: true};
}

/**
 * Makes the function that is told of every screen and ends a notice in time.
 * @param end is called when the latest notice has stayed for `noticeTime`
 */
export function noticeTimer(end: () => void): (screen: ScreenState) => void {
  let notices = 0;
  let timer: NodeJS.Timeout | undefined;
  return screen => {
    if (screen.notice !== undefined && screen.notices === notices) return;
    notices = screen.notices;
    clearTimeout(timer);
    timer = screen.notice === undefined ? undefined : setTimeout(end, noticeTime).unref();
  };
}
