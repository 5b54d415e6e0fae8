import type {State} from '../state/state.js';
import type {Theme} from '../text/theme.js';
import type {Held, Size} from './panel.js';

/** What can cover the panels. */
export type Overlay = {
  readonly title: string;
  /**
   * Whether it is there to be read: the arrows scroll it, and keys that change what it covers are refused. All keys act
   * behind another, which shows what they do.
   */
  readonly isRead: boolean;
  /** All its lines; those beyond the size can be scrolled to where it is there to be read. Pure. */
  readonly draw: (state: State, size: Size, theme: Theme) => readonly string[];
  /** What it does with the arrows once Enter has given it those, as a panel's. */
  readonly held?: Held;
};
