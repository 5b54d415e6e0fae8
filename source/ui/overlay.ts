import type {Action} from '../state/actions.js';
import type {State} from '../state/state.js';
import type {Theme} from '../text/theme.js';
import type {Held, Size} from './panel.js';

/** A key of what covers the panels, as the footer names it. */
export type OwnHint = readonly [label: string, hint: string];

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
  /** Its own keys, as the footer names them too: while it is there, all but `q` and those with Ctrl belong to it. */
  readonly own?: {
    readonly act: (state: State, key: string) => Action | undefined;
    readonly hints: (state: State) => readonly OwnHint[];
  };
  /** What it does with the arrows once Enter has given it those, as a panel's. */
  readonly held?: Held;
};
