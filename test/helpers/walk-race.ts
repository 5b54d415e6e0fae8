import {openDashboard, quit} from './dashboard.js';
import {keys} from './terminal.js';
import type {Stop} from './walk.js';

/**
 * A race of three runs that is put together in the form: the tutorial's, one with four times the hidden units, and one with
 * a learning rate that breaks it. Afterwards the second is opened in the learn view.
 */
export async function walkOfRace(
  size: {readonly columns: number; readonly rows: number},
  stop: (stop: Stop) => Promise<void> | void,
): Promise<void> {
  const terminal = await openDashboard(['--no-save', '--no-mouse', '--epochs', '5'], size, 'full');
  const seen = (what: RegExp): Promise<void> => terminal.until(String(what), text => what.test(text), 120);
  const go = async (pressed: string, what: RegExp): Promise<void> => {
    terminal.press(pressed);
    await seen(what);
  };
  await go('6', /Next run/);
  await go(keys.enter, /Esc back/);
  await go(' ', /1 in the race/);
  await go(keys.right.repeat(2), /hidden units +512/);
  await go(' ', /2 in the race/);
  await go(`${keys.left.repeat(2)}${keys.down.repeat(4)}${keys.right.repeat(5)}`, /learning rate +0\.02/);
  await go(' ', /3 in the race/);
  await stop({
    name: 'form',
    caption: '`6` and Enter: settings of the next run; Space puts them into a race.',
    terminal,
  });
  await go(keys.enter, /leads by/);
  await terminal.until('the end', text => /after\s+5\s+epochs/.test(text) && text.split('2,340').length > 3, 240);
  await stop({
    name: 'race',
    caption: 'Enter starts it: equal steps in turns. From 0.3 points on a run leads.',
    terminal,
  });
  await go('o', /▸2/);
  terminal.press(keys.escape);
  await seen(/Enter settings/);
  await go('1', /of 512/);
  await stop({name: 'racer', caption: '`o` opens the next of them, in every view.', terminal});
  await quit(terminal);
}
