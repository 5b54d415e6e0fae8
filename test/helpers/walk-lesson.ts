import {openDashboard, quit} from './dashboard.js';
import {keys} from './terminal.js';
import type {Stop} from './walk.js';

/** Five pages of the lesson, each with its question answered and its task done. */
export async function walkOfLesson(
  size: {readonly columns: number; readonly rows: number},
  stop: (stop: Stop) => Promise<void> | void,
): Promise<void> {
  const terminal = await openDashboard(['--no-save', '--no-mouse'], size, 'watch');
  const go = async (pressed: string, what: RegExp): Promise<void> => {
    terminal.press(pressed);
    await terminal.until(String(what), text => what.test(text), 120);
  };
  const show = async (name: string, caption: string): Promise<void> => stop({name, caption, terminal});
  /** Turns pages up to one, and gives one of its answers. */
  const turn = async (pages: number, page: number, answer: number): Promise<void> => {
    await go(keys.right.repeat(pages), new RegExp(`[^\\d]${page} of 14`));
    await go(`${keys.down.repeat(answer)}${keys.enter}`, /Right\.|Not so|You say/);
  };

  await go('7', /1 of 14/);
  await go(`${keys.down}${keys.enter}`, /You say/);
  await go('t', /Not so|Right\./);
  await go(' ', /paused/);
  await show('lesson-watch', '`7`: the lesson. One guesses first, and then it happens beside the page.');
  // At this pace each moment is evaluated at once.
  await go(' ', /early stop|stopped after/);
  await turn(5, 6, 1);
  await show('lesson-sums', 'Every number on a page is that of the network beside it: here one sum, written out.');
  await turn(3, 9, 0);
  await show('lesson-epoch', 'A wrong answer gets its reason, too. What there is to do is noticed when it is done.');
  await turn(3, 12, 2);
  await go('o', /1[12]\d of 128 dead[\s\S]*Done: o starts it/);
  await show('lesson-fast', 'A page that breaks a network on purpose: nothing of it is saved.');
  await turn(1, 13, 1);
  await go('of', /Done: o starts it; wait/);
  await show('lesson-heart', 'Few images with false labels: the train loss falls on, and the test loss turns.');
  await quit(terminal);
}
