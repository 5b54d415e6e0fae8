import {notices} from '../words/en/notices.js';
import {fill} from '../words/fill.js';

/** What covers the panels. */
export type Overlay = 'none' | 'summary' | 'keys';

/** An index that is being typed, and why the last key was not taken into it. */
export type Prompt = {readonly typed: string; readonly fault: string | undefined};

/** What stands on the screen besides what is looked at. */
export type ScreenState = {
  readonly columns: number;
  readonly rows: number;
  readonly overlay: Overlay;
  /** The first line of the overlay that is shown. */
  readonly overlayTop: number;
  /** The index that is asked for. */
  readonly prompt: Prompt | undefined;
  /** Whether the user is asked if the trained weights may go. */
  readonly asksAfresh: boolean;
  /** What there is to say for a while, with the reason first. */
  readonly notice: string | undefined;
  /** How many notices there have been. */
  readonly notices: number;
  /** Notices that are said once. */
  readonly said: readonly string[];
  /** Why the weights as they are now are not saved, until they are. */
  readonly saveFault: string | undefined;
  /** Whether that has been put away: it is still true. */
  readonly hidesSaveFault: boolean;
};

/** The panels, and nothing else. */
export function startScreen({columns, rows}: Pick<ScreenState, 'columns' | 'rows'>): ScreenState {
  return {
    columns,
    rows,
    overlay: 'none',
    overlayTop: 0,
    prompt: undefined,
    asksAfresh: false,
    notice: undefined,
    notices: 0,
    said: [],
    saveFault: undefined,
    hidesSaveFault: false,
  };
}

/** Another size of the terminal. */
export const withSize = (screen: ScreenState, columns: number, rows: number): ScreenState => ({
  ...screen,
  columns,
  rows,
});

/** Covers the panels, or lays them open when they are covered so already. */
export function withOverlay(screen: ScreenState, overlay: Overlay): ScreenState {
  return {...screen, overlay: screen.overlay === overlay ? 'none' : overlay, overlayTop: 0};
}

/** Scrolls what covers the panels. */
export const withOverlayTop = (screen: ScreenState, overlayTop: number): ScreenState => ({...screen, overlayTop});

/** Nothing covers the panels. */
export const uncovered = (screen: ScreenState): ScreenState => ({...screen, overlay: 'none'});

/** Asks whether trained weights may go, or asks no more. */
export const withQuestion = (screen: ScreenState, asksAfresh: boolean): ScreenState => ({...screen, asksAfresh});

/** Asks for an index. */
export const withPrompt = (screen: ScreenState): ScreenState => ({
  ...uncovered(screen),
  prompt: {typed: '', fault: undefined},
});

/** Asks for no index any more. */
export const withoutPrompt = (screen: ScreenState): ScreenState => ({...screen, prompt: undefined});

/** As many digits as the largest index could have. */
const mostDigits = 9;

/** Takes digits into the index that is typed. */
export function withTyped(screen: ScreenState, text: string): ScreenState {
  const typed = `${screen.prompt?.typed ?? ''}${text}`;
  const fault = typed.length > mostDigits ? fill(notices.tooManyDigits, {most: mostDigits}) : undefined;
  return {...screen, prompt: {typed: typed.slice(0, mostDigits), fault}};
}

/** Takes the last digit out of it. */
export function withErased(screen: ScreenState): ScreenState {
  return {...screen, prompt: {typed: screen.prompt?.typed.slice(0, -1) ?? '', fault: undefined}};
}

/** Says why a key is not taken into it. */
export function withRefused(screen: ScreenState, fault: string): ScreenState {
  return {...screen, prompt: {typed: screen.prompt?.typed ?? '', fault}};
}
