/** Which modifiers were held. `meta` is kitty's Meta or Hyper, a key of its own; what PCs call Alt is `alt`. */
export type Modifiers = {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly super: boolean;
  readonly meta: boolean;
};

/** A key that was pressed, or repeated while it was held. */
export type KeyEvent = Modifiers & {
  readonly type: 'key';
  /** Such as `left`, `return`, `f5`; for a key that types, the character, as it was typed where that is known. */
  readonly name: string;
  /** What the key types; empty for a key that types nothing. */
  readonly text: string;
};

/** Text that was pasted, as one piece and as it came. */
export type PasteEvent = {readonly type: 'paste'; readonly text: string};

/** A button of the mouse. */
export type MouseButton = 'left' | 'middle' | 'right' | 'back' | 'forward';

/** What the mouse did; columns and rows count from 1. A wheel turns up, down, left or right. */
export type MouseEvent = Pick<Modifiers, 'ctrl' | 'alt' | 'shift'> & {
  readonly type: 'mouse';
  readonly column: number;
  readonly row: number;
} & (
    | {readonly action: 'press' | 'release' | 'drag'; readonly button: MouseButton}
    | {readonly action: 'move'}
    | {readonly action: 'wheel'; readonly direction: 'up' | 'down' | 'left' | 'right'}
  );

/** The terminal's window got the keyboard, or lost it. */
export type FocusEvent = {readonly type: 'focus'; readonly focused: boolean};

/** What the terminal answers to a question. */
export type AnswerEvent = {readonly type: 'answer'} & (
  | {
      readonly about: 'foreground' | 'background';
      /** Each from 0 to 1. */
      readonly red: number;
      readonly green: number;
      readonly blue: number;
    }
  /** Rows and columns count from 1. */
  | {readonly about: 'cursor'; readonly row: number; readonly column: number}
  /** Device attributes: DA1 says what the terminal can do, DA2 what it is. */
  | {readonly about: 'primary-attributes' | 'secondary-attributes'; readonly attributes: readonly number[]}
  /** Which parts of kitty's keyboard protocol are on. */
  | {readonly about: 'keyboard'; readonly flags: number}
  /** Whether a private mode is known and on: 0 unknown, 1 and 3 on, 2 and 4 off. */
  | {readonly about: 'mode'; readonly mode: number; readonly value: number}
);

/** All that a terminal sends. */
export type InputEvent = KeyEvent | PasteEvent | MouseEvent | FocusEvent | AnswerEvent;

const none: Modifiers = {ctrl: false, alt: false, shift: false, super: false, meta: false};

/** A key event; modifiers that are not named were not held. */
export function keyEvent(name: string, text = '', modifiers: Partial<Modifiers> = {}): KeyEvent {
  return {type: 'key', name, text, ...none, ...modifiers};
}
