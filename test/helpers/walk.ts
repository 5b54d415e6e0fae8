import {openDashboard, quit} from './dashboard.js';
import {keys, type TerminalSession} from './terminal.js';

/** A stop of the walk: its name, what stands below its picture, and what was on the screen when it was reached. */
export type Stop = {readonly name: string; readonly caption: string; readonly terminal: TerminalSession};

/** A way through all that the dashboard shows of one run; stops wherever there is something to see. */
export async function walk(
  size: {readonly columns: number; readonly rows: number},
  stop: (stop: Stop) => Promise<void> | void,
): Promise<void> {
  const terminal = await openDashboard(['--no-save', '--no-mouse'], size, 'watch');
  const seen = (what: RegExp): Promise<void> => terminal.until(String(what), text => what.test(text), 120);
  const go = async (pressed: string, what: RegExp): Promise<void> => {
    terminal.press(pressed);
    await seen(what);
  };
  const show = async (name: string, caption: string): Promise<void> => stop({name, caption, terminal});

  await seen(/t lets it learn/);
  await show('start', 'Before the first step: random weights answer, by chance.');
  terminal.press('t');
  await seen(/step [1-9]/);
  await go(' ', /paused/);
  await show('paused', 'Space stops the time after a step or two: the first digits begin to turn from wrong to right.');
  await go('.', /step [2-9]/);
  await go('i', /update/);
  await show('numbers', '`.` takes one step, and `i` shows the numbers behind it: how Adam moved one weight.');
  await go('i', /First digits|first 24|[✓✗]/);
  await go(' ', /pace watch/);
  await go('f', /full pace/);
  await seen(/n (shows|for) /);
  await show('end', 'At the end it says why it ended, what it came to, and what can be done next.');
  await inside(terminal, go, show);
  await back(go, show);
  await quit(terminal);
}

type Go = (pressed: string, what: RegExp) => Promise<void>;
type Show = (name: string, caption: string) => Promise<void>;

/** A mistake: why, its cell of the matrix, and the hidden unit that adds most to it. */
async function inside(terminal: TerminalSession, go: Go, show: Show): Promise<void> {
  await go('n', /wrong/);
  await show('mistake', '`n`: the mistake with the widest lead of the wrong answer.');
  await go('w', /biases/);
  await show('why', '`w`: what each pixel adds to that lead. With the biases it adds up exactly.');
  // A key right behind it would be Alt with that key.
  terminal.press(keys.escape);
  await terminal.until('the panels', text => !text.includes('Esc closes'));
  await go('2', /Confusion/);
  await go(keys.enter, /Esc back/);
  await go(keys.enter, /in this cell/);
  await show('cell', '`2` and Enter twice: all digits that are taken for each other in the same way.');
  terminal.press(keys.escape);
  await terminal.until('no open cell', text => !text.includes('in this cell'));
  await go('3', /unit \d+ \+/);
  const unit = Number(/unit (\d+) \+/.exec(terminal.text())?.[1]);
  await go(keys.enter, /x off/);
  terminal.press(keys.right.repeat(unit));
  await terminal.until(`unit ${unit}`, text => text.includes(`Unit ${unit} `));
  await show('unit', '`3`: the hidden unit that adds the most to the wrong answer, and the lead as a sum over units.');
  await go('x', new RegExp(`without unit ${unit}: .*%`));
  await show('off', '`x` switches it off: what that costs, and which digit suffers most.');
  await go('x', /adds|to any score/);
}

/** The wheel at an early moment and now. */
async function back(go: Go, show: Show): Promise<void> {
  await go('1', /Prediction/);
  for (let presses = 0; presses < 20; presses++) await go('[', /step [\d,]+, (looking )?back/);
  await go(']'.repeat(6), /step 50, (looking )?back/);
  await show('step-50', '`[`: the same network as it was after 50 steps.');
  await go('4', /mistakes/);
  await show('map-then', '`4`: then, most digits hang between what they may be.');
  await go(']'.repeat(20), /corner = answer/);
  await show('map-now', 'Now they stand at their answers.');
}

/** The hidden units die when the rate is far too high, and the adviser says why. */
export async function walkWithHighRate(
  size: {readonly columns: number; readonly rows: number},
  stop: (stop: Stop) => Promise<void> | void,
): Promise<void> {
  const terminal = await openDashboard(['--no-save', '--no-mouse', '--learning-rate', '0.02'], size, 'watch');
  await terminal.until('the start', text => text.includes('t lets it learn'));
  terminal.press('t');
  await terminal.until('many dead units', text => /1[0-2]\d of 128 dead/.test(text) && /v advice/.test(text), 120);
  await stop({name: 'dark', caption: 'A learning rate of 0.02: the hidden units go dark.', terminal});
  terminal.press('v');
  await terminal.until('the advice', text => /of 128 hidden units/.test(text), 60);
  await stop({name: 'advice', caption: '`v`: what the adviser says of it, and what to do.', terminal});
  await quit(terminal);
}
