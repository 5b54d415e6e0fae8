import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {newQuiz, wentOn, withGuess} from '../../source/state/quiz.js';
import {keyEvent} from '../../source/terminal/events.js';
import {evaluate} from '../../source/training/evaluation.js';
import {hardDigits} from '../../source/training/hard-digits.js';
import {askedLines, endLines, type QuizShow, quizKeyOf, toldLine} from '../../source/ui/quiz-session.js';
import {themeOf} from '../helpers/frame-theme.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {withOracleModel} from '../helpers/oracle-model.js';
import {runProgram} from '../helpers/program.js';

const {test} = mnist();
const found = evaluate(new Float32Array(readOracle().testScores), test, {batchSize: 128, loss: 'mse'});

describe('quiz without a terminal', () => {
  it('prints the twenty indices that are drawn, one a line', async () => {
    for (const args of [[], ['--print', '--seed', '7']]) {
      const {stdout, stderr, exitCode} = await withOracleModel('quiz', ...args);
      assert.match(stderr, /^Weights: \S+model\.npz .*\n$/);
      assert.equal(exitCode, 0);
      assert.match(stdout, /^(\d+\n){20}$/);
      const printed = stdout.trimEnd().split('\n').map(Number);
      const expected = hardDigits(found, args.length === 0 ? 1 : 7);
      const shared = printed.filter(index => expected.includes(index));
      // PyTorch's scores differ from these by roundings.
      assert.ok(shared.length >= 18, `${printed.join()} for ${expected.join()}`);
    }
  });

  it('refuses arguments and options that are not its own', async () => {
    for (const args of [['200'], ['--epochs', '2'], ['--seed', 'x'], ['--screen-reader']]) {
      const {stdout, stderr, exitCode} = await runProgram(['quiz', ...args]);
      assert.match(stderr, /^mnist-tui: [^\n]+\n$/);
      assert.deepEqual([stdout, exitCode], ['', 2]);
    }
  });
});

describe('quiz, line by line', () => {
  const show: QuizShow = {data: test, art: 'blocks', theme: themeOf('ASCII')};
  const quiz = newQuiz(found, test.labels, 1);
  const [first] = quiz.digits;

  it('draws the digit and asks, then tells', () => {
    const lines = askedLines(quiz, show);
    assert.equal(lines.length, 15);
    assert.equal(lines.at(-1), '1 of 20: which digit is it? 0 to 9, Space skips, Esc ends: ');
    const told = toldLine(withGuess(quiz, 'skipped'), show);
    assert.match(
      told,
      new RegExp(`^the label is ${first?.label}; you: skipped; machine: ${first?.machine}, (right|wrong)  `),
    );
    assert.match(told, /\(you 0, machine [01] of 1\)$/);
  });

  it('ends with a line to share, and with nothing where nothing was answered', () => {
    const lines = endLines(wentOn(withGuess(quiz, first?.label ?? 0)), show, 80);
    assert.match(lines.at(-1) ?? '', /^mnist-tui quiz, seed 1: me 1, machine [01] of 1$/);
    assert.deepEqual(endLines(quiz, show, 80), []);
  });

  it('knows its keys', () => {
    assert.deepEqual(quizKeyOf(keyEvent('7', '7')), {guess: 7});
    assert.deepEqual(quizKeyOf(keyEvent(' ', ' ')), {guess: 'skipped'});
    assert.equal(quizKeyOf(keyEvent('escape')), 'end');
    assert.equal(quizKeyOf(keyEvent('c', '', {ctrl: true})), 'quit');
    assert.equal(quizKeyOf(keyEvent('x', 'x')), undefined);
  });
});
