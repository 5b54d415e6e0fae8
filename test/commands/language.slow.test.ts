import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {homeIn, scratchFolder} from '../helpers/environment.js';
import {programPath, runProgram} from '../helpers/program.js';
import {endTerminals, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

const note = 'Russian needs a locale with UTF-8, such as LANG=ru_RU.UTF-8: this is English';

/** The dashboard in a pseudo-terminal of 80 × 24. */
function open(args: readonly string[], env: NodeJS.ProcessEnv): TerminalSession {
  const command = [programPath, '--engine', 'wasm', '--no-mouse', '--pace', 'full', ...args];
  return openTerminal(process.execPath, command, {env: {...homeIn(scratchFolder()), ...env}});
}

describe('the language of the dashboard', {skip: pseudoTerminals}, () => {
  after(endTerminals);

  it("is the locale's, from the first frame to the receipt", async () => {
    const terminal = open([], {LANG: 'ru_RU.UTF-8'});
    await terminal.until('the views', text =>
      text.includes('1 учёба 2 ошибки 3 сеть 4 карта 5 рисунок 6 запуски 7 урок'),
    );
    await terminal.until('ready', text => text.includes('Обучение готово'));
    // The key of t on the Russian layout.
    terminal.press('е');
    await terminal.until('the end', text => /ранний стоп, эпоха \d/.test(text), 60);
    terminal.press('й');
    assert.equal((await terminal.exited).exitCode, 0);
    assert.match(
      terminal.text(),
      /^Зерно 1: 7 эпох, верно 9\d\.\d %, ошибок \d+ из 10\u00A0000; чаще всего \d как \d$/m,
    );
    assert.match(terminal.text(), /^Тот же запуск ещё раз: /m);
  });

  it('is English where the locale says so first, or --lang does', async () => {
    for (const [args, env] of [
      [[], {LANG: 'ru_RU.UTF-8', LC_ALL: 'en_GB.UTF-8'}],
      [['--lang', 'en'], {LANG: 'ru_RU.UTF-8'}],
    ] as const) {
      const terminal = open(args, env);
      await terminal.until('ready', text => text.includes('1 learn') && text.includes('Training ready'));
      terminal.press('q');
      assert.equal((await terminal.exited).exitCode, 0);
    }
  });

  it('is English on a terminal without UTF-8, which is said once', async () => {
    const terminal = open(['--lang', 'ru'], {LANG: 'C'});
    await terminal.until('the note', text => text.includes(note));
    await terminal.until('English', text => text.includes('1 learn'));
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
    assert.match(terminal.output().replaceAll('\u001B', ''), /^[\n\r\t\b -~]*$/);
  });
});

describe('the language of the printed lesson', () => {
  it('is the one that is asked for; the errors are English', async () => {
    const {stdout, stderr, exitCode} = await runProgram(['lesson', '--print', '--page', '6', '--lang', 'ru']);
    assert.deepEqual([exitCode, stderr], [0, '']);
    assert.match(stdout, /^Напечатано с зерном 1; /);
    assert.match(stdout, /\n6\. Два слоя сумм\n=+\n6 из 14, сеть\n/);
    assert.match(stdout, /\n {2}2\) 101\u00A0770\n/);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 72, line);
    const wrong = await runProgram(['lesson', '--lang', 'ru', '--page', '15']);
    assert.equal(wrong.stderr, 'mnist-tui: --page: "15"; wanted 1 to 14\n');
  });

  it('is English without UTF-8, which is said once', async () => {
    const {stdout, stderr} = await runProgram(['lesson', '--page', '14'], {env: {LANG: 'ru_RU.KOI8-R'}});
    assert.match(stdout, /^Printed with seed 1; /);
    assert.equal(stderr, `mnist-tui: ${note}\n`);
  });

  it('has two names, and no other', async () => {
    const {stderr, exitCode} = await runProgram(['lesson', '--lang', 'xx']);
    assert.deepEqual([exitCode, stderr], [2, 'mnist-tui: --lang: "xx"; wanted en, ru\n']);
  });

  it('is none of train, whose lines are English whatever the locale is', async () => {
    const args = ['train', '--no-save', '--engine', 'wasm', '--epochs', '1', '--train-images', '1000'];
    const {stdout, exitCode} = await runProgram(args, {env: {LANG: 'ru_RU.UTF-8'}});
    assert.equal(exitCode, 0);
    assert.match(stdout, /^Advice: An epoch is 7 steps/m);
    assert.match(stdout, /^[\n -~]*$/);
  });
});
