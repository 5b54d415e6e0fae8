import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {homeIn, scratchFolder} from '../helpers/environment.js';
import {openIn, openLesson} from '../helpers/lesson.js';
import {runProgram} from '../helpers/program.js';
import {endTerminals, keys, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

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

describe('the lesson, left', {skip: pseudoTerminals}, () => {
  after(endTerminals);

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
        const terminal = await openIn(home, ...command, '--no-mouse');
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
    const terminal = await openIn(home, '--no-mouse', '--engine', 'wasm', '--pace', 'watch');
    const panels = (): string => terminal.lines().slice(0, 22).join('\n');
    terminal.press(`t${keys.right}`);
    await terminal.until('some steps', text => /step [3-9]/.test(text));
    terminal.press(' ');
    await terminal.until(
      'a pause, all counted',
      text => /paused/.test(text) && /of 10,000 wrong/.test(text) && /of 128 dead/.test(text),
    );
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
});
