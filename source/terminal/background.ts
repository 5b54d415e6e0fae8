import type {Background} from '../text/paint.js';
import type {AnswerEvent} from './events.js';

/**
 * Asks for the background (OSC 11), then for the device attributes (DA1), which every terminal answers. Answers come in
 * order, so once the attributes are there, no colour is coming.
 */
const backgroundQuery = '\u001B]11;?\u001B\\\u001B[c';

/** How long an answer is waited for when the terminal is given back, in milliseconds. */
const patience = 100;

/** The question for the terminal's background, on its way until the fence behind it has come. */
export class BackgroundQuestion {
  private isOpen = false;
  private settle: () => void = () => {};

  /** @param onAnswer is called with what the terminal says, if it says so */
  constructor(private readonly onAnswer: (background: Background) => void) {}

  /** Writes the question, once. */
  ask(terminal: {write(text: string): unknown}): void {
    this.isOpen = true;
    terminal.write(backgroundQuery);
  }

  hear(answer: AnswerEvent): void {
    if (!this.isOpen) return;
    if (answer.about === 'background') this.onAnswer(backgroundOf(answer));
    if (answer.about !== 'primary-attributes') return;
    this.isOpen = false;
    this.settle();
  }

  /** Resolves when no answer is coming, or has not come for so long: then the shell may have the terminal. */
  settled(): Promise<void> {
    if (!this.isOpen) return Promise.resolve();
    return new Promise(resolve => {
      const limit = setTimeout(resolve, patience);
      this.settle = () => {
        clearTimeout(limit);
        resolve();
      };
    });
  }
}

/** Whether a terminal may be asked: the Linux console and dumb terminals may print the question. */
export function canBeAsked({TERM}: NodeJS.ProcessEnv): boolean {
  return TERM !== 'linux' && TERM !== 'dumb';
}

/** A background counts as light when black text has more contrast on it than white text, by WCAG 2. */
export function backgroundOf({red, green, blue}: {red: number; green: number; blue: number}): Background {
  const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? 'light' : 'dark';
}
