import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {homeIn, scratchFolder} from '../helpers/environment.js';
import {programPath, runProgram} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

/** The lesson in a pseudo-terminal of 80 × 24, with a home of its own or one that it had before. */
const openLesson = (home: string, pace = 'full', ...args: string[]): Promise<TerminalSession> =>
  open(home, 'lesson', '--no-mouse', '--pace', pace, ...args);

async function open(home: string, ...args: string[]): Promise<TerminalSession> {
  const terminal = openTerminal(process.execPath, [programPath, ...args], {env: homeIn(home)});
  await terminal.until('the engine in the header', text => text.includes('  wasm'));
  return terminal;
}

/** A short training. */
const train = ['train', '--engine', 'wasm', '--epochs', '1', '--train-images', '640'];

/** What lies in a home but the lesson's own file and what is cached: each file with its bytes and when it was written. */
function filesIn(home: string): Map<string, string> {
  const files = readdirSync(home, {recursive: true, encoding: 'utf8'}).filter(
    file => !/lesson\.json$|cache/.test(file) && statSync(path.join(home, file)).isFile(),
  );
  return new Map(
    files.sort().map(file => {
      const whole = path.join(home, file);
      return [file, `${statSync(whole).mtimeMs} ${readFileSync(whole).toString('base64')}`];
    }),
  );
}

const fileIn = (home: string): string => path.join(homeIn(home).XDG_DATA_HOME ?? home, 'mnist-tui', 'lesson.json');

/** What does the task of each page, with what shows that it can go on; the run of the pages before goes on meanwhile. */
const walk: readonly (readonly [keys: string, until: RegExp])[][] = [
  [
    [`${keys.down}${keys.down}${keys.enter}`, /You say: most of them/],
    ['t', /Right\. After ten steps it reads \d+ of 24[\s\S]*Done: t lets it/],
    ['', /n shows/],
  ],
  [
    ['d', /o (which pixels|what would|flips)|Esc back/],
    [' ', /draw/],
    [keys.right, /draw/],
    ['7', /Done: draw a digit/],
  ],
  [
    ['n', /answer \d, wrong[\s\S]*|Done: once/],
    ['', /Done: once it has/],
  ],
  [
    [keys.escape, /Enter lesson/],
    [keys.tab, /train/],
    ['g', /Go to train index/],
    ['256', /256/],
    [keys.enter, /Done: go to train/],
    [keys.enter, /Esc digits/],
  ],
  [
    [keys.escape, /Enter lesson/],
    [keys.right, /Done: go to another/],
    [keys.enter, /Esc digits/],
  ],
  [
    ['m', /101,770/],
    ['m', /Done: m shows/],
  ],
  [
    ['['.repeat(40), /Done: once it has learned/],
    [']'.repeat(40), /\d/],
  ],
  [
    ['r', /t lets it learn digits/],
    ['...', /Done: r begins afresh/],
  ],
  [['t', /Done: t, then f/]],
  [
    [keys.escape, /Enter lesson/],
    [keys.tab, /test/],
    ['n', /wrong/],
    ['w', /biases/],
    ['w', /./],
    ['7', /Done: n to a mistake/],
  ],
  [
    ['3', /the sum of/],
    [keys.enter, /x off/],
    ['x', /without unit/],
    ['7', /Done: 3, Enter, x/],
  ],
  [
    ['o', /1[0-2]\d dead[\s\S]*|Done: o starts it; watch/],
    ['', /Done: o starts it; watch/],
  ],
  [['o', /Done: o starts it; wait/]],
  [
    ['?', /Esc closes/],
    ['?', /Done: \? lists/],
  ],
];

describe('the lesson in a terminal', {skip: pseudoTerminals}, () => {
  after(endTerminals);

  it('is walked through, each task is noticed, and it goes on where it was left', async () => {
    const home = scratchFolder();
    const terminal = await openLesson(home);
    for (const [place, steps] of walk.entries()) {
      await terminal.until(`page ${place + 1}`, text => text.includes(`${place + 1} of 14,`));
      for (const [pressed, shown] of steps) {
        terminal.press(pressed);
        await terminal.until(`page ${place + 1}: ${shown}`, text => shown.test(text), 60);
      }
      if (place + 1 < walk.length) terminal.press(keys.right);
    }
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
    const {page, answers, done} = JSON.parse(readFileSync(fileIn(home), 'utf8'));
    assert.deepEqual([page, answers, done.length], [14, {1: 2}, 14]);
    const again = await openLesson(home);
    await again.until('the last page', text => text.includes('14 of 14'));
    again.press('q');
    await again.exited;
  });

  for (const [way, leave] of [
    ['q', (terminal: TerminalSession) => terminal.press('q')],
    ['Ctrl+C', (terminal: TerminalSession) => terminal.press(keys.ctrlC)],
    ['a closed terminal', (terminal: TerminalSession) => terminal.close()],
  ] as const) {
    it(`changes nothing of the user's, and goes on at page 8, left there in mid-training by ${way}`, async () => {
      const home = scratchFolder();
      await runProgram([...train, '--seed', '3'], {env: homeIn(home)});
      const checkpoint = path.join(home, 'own.npz');
      await runProgram([...train, '--model', checkpoint], {env: homeIn(home)});
      const before = filesIn(home);
      assert.ok([...before.keys()].filter(file => file.endsWith('.npz')).length === 2);
      // Opened from a dashboard that saves in that checkpoint, too.
      for (const command of [
        ['lesson', '--page', '8'],
        ['--model', checkpoint, '--engine', 'wasm'],
      ]) {
        const terminal = await open(home, ...command, '--no-mouse');
        if (command[0] !== 'lesson') terminal.press('7');
        await terminal.until('page 8', text => text.includes('8 of 14'));
        terminal.press('t');
        await terminal.until('a step', text => /step [1-9]/.test(text));
        leave(terminal);
        await terminal.exited;
        assert.deepEqual(filesIn(home), before);
      }
      const again = await openLesson(home);
      await again.until('page 8', text => text.includes('8 of 14'));
      again.press('q');
      assert.equal((await again.exited).exitCode, 0);
    });
  }

  it('gives the run back that was open, as it was to the last figure on the screen', async () => {
    const home = scratchFolder();
    const terminal = await open(home, '--no-mouse', '--engine', 'wasm', '--pace', 'watch');
    const panels = (): string => terminal.lines().slice(0, 22).join('\n');
    terminal.press(`t${keys.right}`);
    await terminal.until('some steps', text => /step [3-9]/.test(text));
    terminal.press(' ');
    await terminal.until('a pause, all counted', text => text.includes('paused') && text.includes('of 128 dead'));
    terminal.press('2');
    // The last line is written last.
    await terminal.until('the matrix', text => text.includes('Confusion') && text.includes('Enter matrix'));
    const before = panels();
    terminal.press('7');
    await terminal.until('the lesson', text => text.includes('1 of 14') && text.includes('put aside'));
    terminal.press('ft');
    await terminal.until('its end', text => /Done: t lets it/.test(text) && /stopped after|early stop/.test(text), 60);
    terminal.press('1');
    await terminal.until("the lesson's run in another view", text => text.includes("lesson's run"));
    terminal.press('77');
    await terminal.until('the run that was open', () => panels() === before, 60);
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
    assert.match(terminal.text(), /stopped in its first epoch, after \d steps?/);
  });

  it('keeps no page with --no-save', async () => {
    const home = scratchFolder();
    const terminal = await openLesson(home, 'full', '--no-save');
    terminal.press(keys.right);
    await terminal.until('page 2', text => text.includes('2 of 14'));
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
    assert.equal(existsSync(fileIn(home)), false);
  });
});
