import type {Action} from '../state/actions.js';
import type {State} from '../state/state.js';
import type {Theme} from '../text/theme.js';
import type {panels} from '../words/explain.js';

/** Every panel of some view; each has a text that explains it. */
export type PanelName = keyof typeof panels;

/** Room on the screen, in characters. */
export type Size = {readonly columns: number; readonly lines: number};

/** A place in a panel, counted from 0; line 0 is its title. */
export type Point = {readonly column: number; readonly line: number};

/** A key, and what it does. */
export type Binding = {
  /** Names as keyName gives them. */
  readonly keys: readonly string[];
  /** What the key is called: on Unicode screens, and in plain ASCII. */
  readonly label: string;
  readonly ascii?: string;
  /** What the footer calls it, where that is less. */
  readonly short?: string;
  readonly help: string;
  /** What the footer says, if the key stands there; and in its place what it says in some states. */
  readonly hint?: string;
  readonly hintNow?: (state: State) => string | undefined;
  /** Whether it acts while something that is there to be read covers the panels, too. */
  readonly overOverlay?: true;
  /** @param key which of the keys it was */
  readonly act: (state: State, key: string) => Action | undefined;
};

/**
 * One of the sizes that a panel can have. The first that fits is taken, with as many lines up to `most` as there are
 * besides those that it leaves.
 */
export type Room = {
  /** The column of panels that it is for; else any. */
  readonly column?: Column;
  /** What the terminal has to have at least: columns, and lines between header and footer. */
  readonly terminal?: Size;
  /** What its column of panels has to have at least. */
  readonly columns?: number;
  /** The width that it gives its column; else it takes what there is. */
  readonly width?: number;
  readonly least: number;
  readonly most: number;
  /** Lines that have to be left for the panels that come after it. */
  readonly leaves?: number;
};

/** A column of panels. */
export type Column = 'left' | 'right' | 'far';

/** A part of a view. */
export type Panel = {
  readonly name: PanelName;
  /**
   * Where it stands. A left one without room there goes to the top of the right. The far column, right of that, is there
   * on wide terminals: a panel of it without room there goes to the foot of the right.
   */
  readonly column: Column;
  /** Who gets room first: the lowest. */
  readonly rank: number;
  readonly rooms: readonly Room[];
  /** Its lines, of which those beyond the size are cut off. Pure. */
  readonly draw: (state: State, size: Size, theme: Theme) => readonly string[];
  /** What a click into it does. Pure. */
  readonly click?: (state: State, at: Point, size: Size) => Action | undefined;
  /** What a drag does from where a button is pressed in it, even beyond its edges; `begins`: it has just been pressed. Pure. */
  readonly drag?: (at: Point, size: Size, button: 'left' | 'right', begins: boolean) => Action | undefined;
  /** What it does with the arrows, Enter, Space, Backspace, Delete, `x` and `o` once Enter has given it the arrows. */
  readonly held?: Held;
};

/** The keys of a panel that has the arrows, and what the footer calls them. */
export type Held = {
  readonly hint: string;
  /** What the footer calls Enter, before it has given the panel the arrows; without it Enter does not stand there. */
  readonly enter?: string;
  /** What the footer calls Esc while the panel has the arrows, where that is not what it is usually. */
  readonly back?: string;
  readonly keys: readonly HeldBinding[];
};

/** A key of a panel that has the arrows; what it does may depend on the panel's size. */
export type HeldBinding = Omit<Binding, 'act'> & {
  readonly act: (state: State, key: string, size: Size) => Action | undefined;
};

/** The panels that fill the screen together, each column from top to bottom. One of them may take the arrows. */
export type View = {
  readonly panels: readonly Panel[];
  /** Those of them that are shown in a state; else all are. Pure. */
  readonly shown?: (state: State) => readonly Panel[];
};
