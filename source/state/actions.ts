import type {Overlay} from './screen.js';

/** All that the user's keys and terminal do: to the state, or with the process. */
export type Action =
  | {readonly type: 'move'; readonly by: number}
  | {readonly type: 'move-to'; readonly index: number}
  | {readonly type: 'switch-split'}
  | {readonly type: 'predict'}
  /** Closes one thing: what is typed or asked, else what covers, else what is said, else the prediction. */
  | {readonly type: 'close'}
  | {readonly type: 'toggle-art'}
  | {readonly type: 'toggle-overlay'; readonly overlay: Exclude<Overlay, 'none'>}
  | {readonly type: 'scroll-overlay'; readonly top: number}
  | {readonly type: 'ask-index'}
  | {readonly type: 'type-index'; readonly typed: string}
  | {readonly type: 'refuse-index'; readonly why: string}
  | {readonly type: 'erase-index'}
  | {readonly type: 'accept-index'}
  /** Trains, or stops training. */
  | {readonly type: 'train'}
  /** Begins another run; asks first when trained weights would be given up. */
  | {readonly type: 'reset'}
  | {readonly type: 'change-engine'}
  /** Says why a key did nothing; what is said `once` is not said again. */
  | {readonly type: 'say'; readonly notice: string; readonly once: boolean}
  /** The notice has been there long enough. */
  | {readonly type: 'notice-ended'}
  | {readonly type: 'resize'; readonly columns: number; readonly rows: number}
  | OutsideAction;

/** What leaves the state as it is: it is done with the terminal and the process. */
export type OutsideAction =
  | {readonly type: 'suspend'}
  | {readonly type: 'redraw'}
  | {readonly type: 'quit'; readonly exitCode: 0 | 130};
