import type {Action} from '../state/actions.js';
import type {AnswerEvent} from '../terminal/events.js';
import type {TakenTerminal} from '../terminal/terminal.js';

/** What shows the dashboard on a terminal: as a screen, or line by line. */
export type Display = {
  /** Carries out an action in its own way; false: it has none, and the action is carried out as usual. */
  takes(action: Action): boolean;
  /** Begins to show the dashboard on a terminal. */
  open(terminal: TakenTerminal): void;
  /** Forgets what is shown, so that the next change shows everything. */
  clear(): void;
  /** Takes what the terminal answers to a question. */
  hear(answer: AnswerEvent): void;
  /** Resolves when no answer is on its way that would reach the shell; waits for it no longer than a moment. */
  settled(): Promise<void>;
  /** Shows nothing more. */
  end(): void;
};
