import {digit, type SplitData} from '../dataset/dataset.js';
import {exitCodes} from '../exit-codes.js';
import {type Guess, placeIn, type Quiz, wentOn, withGuess} from '../state/quiz.js';
import type {KeyEvent} from '../terminal/events.js';
import {readTerminal} from '../terminal/reader.js';
import {sizeOf} from '../terminal/size.js';
import {digitPicture, pictureSizes} from '../text/digit-picture.js';
import type {Theme} from '../text/theme.js';
import {wrap} from '../text/wrap.js';
import {fill} from '../words/fill.js';
import {quiz as words} from '../words/quiz.js';
import {keyName} from './key-name.js';
import {differenceLines, introText, namesText, resultTexts, scoresText, toldTexts} from './quiz-text.js';

/** What the quiz asks about, and how its digits are drawn. */
export type QuizShow = {readonly data: SplitData; readonly art: 'blocks' | 'ascii'; readonly theme: Theme};

/** What a key does to a quiz on the terminal: an answer, the end, or the end of the program. */
export type QuizKey = {readonly guess: Guess} | 'end' | 'quit' | 'suspend' | undefined;

/** What a key means while a digit is asked for; undefined where it means nothing. Pure. */
export function quizKeyOf(key: KeyEvent): QuizKey {
  const name = keyName(key);
  if (/^\d$/.test(name)) return {guess: Number(name)};
  if (name === ' ') return {guess: 'skipped'};
  if (name === 'escape' || name === 'q') return 'end';
  if (name === 'ctrl+z') return 'suspend';
  return name === 'ctrl+c' ? 'quit' : undefined;
}

/** The digit that is asked for, and the question. */
export function askedLines(quiz: Quiz, {data, art, theme}: QuizShow): string[] {
  const place = placeIn(quiz);
  const asked = quiz.digits[place];
  const picture = asked === undefined ? [] : digitPicture(digit(data, asked.index), art, pictureSizes.normal, theme);
  return [...picture, fill(words.prompt, {place: place + 1, count: quiz.digits.length})];
}

/** What the last digit was, and both scores so far. */
export function toldLine(quiz: Quiz, {data}: QuizShow): string {
  const told = toldTexts(quiz, data);
  return told === undefined ? '' : fill(words.told, {...told, scores: scoresText(quiz)});
}

/** What it has come to: both scores, where the two differed, and a line to share. */
export function endLines(quiz: Quiz, {data}: QuizShow, columns: number): string[] {
  const {result, share} = resultTexts(quiz);
  if (quiz.guesses.length === 0) return [];
  return [...result.flatMap(text => wrap(text, columns)), ...differenceLines(quiz, data, columns), '', share];
}

/** Plays a quiz on the terminal of standard input and output, line by line, and resolves with the exit code. */
export function playQuiz(first: Quiz, show: QuizShow): Promise<number> {
  const {stdin, stdout} = process;
  const print = (...lines: readonly string[]): void => void stdout.write(lines.map(line => `${line}\n`).join(''));
  const ask = (): void => void stdout.write(askedLines(quiz, show).join('\n'));
  let quiz = first;
  print(...wrap(introText(quiz, show.data), sizeOf(stdout).columns), ...namesText(show.data));
  return new Promise(resolve => {
    const finish = (exitCode: number): void => {
      reader.stop();
      stdin.setRawMode(false);
      resolve(exitCode);
    };
    const end = (): void => {
      print('', ...endLines(quiz, show, sizeOf(stdout).columns));
      finish(exitCodes.done);
    };
    const answer = (guess: Guess): void => {
      print(guess === 'skipped' ? '' : String(guess));
      quiz = withGuess(quiz, guess);
      print(toldLine(quiz, show), '');
      quiz = wentOn(quiz);
      if (quiz.stage === 'over') end();
      else ask();
    };
    const reader = readTerminal(
      stdin,
      event => {
        const key = event.type === 'key' && quiz.stage === 'asks' ? quizKeyOf(event) : undefined;
        if (key === undefined) return;
        if (key === 'end') return end();
        if (key === 'suspend') return suspend(ask);
        if (key !== 'quit') return answer(key.guess);
        print('');
        finish(exitCodes.interrupted);
      },
      () => resolve(exitCodes.hangUp),
    );
    stdin.setRawMode(true);
    ask();
  });
}

/** How long in milliseconds a process that goes on waits until it asks again; while it is stopped no time passes for it. */
const patience = 50;

/** Stops the process as the shell does it, and asks again when that lets it go on. Windows has none of this. */
function suspend(ask: () => void): void {
  if (process.platform === 'win32') return;
  process.stdout.write('\n');
  process.stdin.setRawMode(false);
  process.kill(0, 'SIGTSTP');
  setTimeout(() => {
    process.stdin.setRawMode(true);
    ask();
  }, patience);
}
