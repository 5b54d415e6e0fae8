import {digit, worded} from '../../dataset/dataset.js';
import {placeIn, type Quiz} from '../../state/quiz.js';
import type {State} from '../../state/state.js';
import {digitPicture, sizeWithin} from '../../text/digit-picture.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {fill} from '../../words/fill.js';
import {quiz as words} from '../../words/quiz.js';
import type {Overlay} from '../overlay.js';
import type {Size} from '../panel.js';
import {quizHints, quizKey} from '../quiz-keys.js';
import {differenceLines, introText, namesText, resultTexts, scoresText, toldTexts} from '../quiz-text.js';

/** Columns that the text beside the picture has at least, and those between them. */
const [leastText, gap] = [24, 2];

/** The quiz: a digit in large, the user's answer, then the label and that of the network; at the end what came of it. */
export const quizOverlay: Overlay = {
  title: words.title,
  isRead: true,
  own: {act: quizKey, hints: quizHints},
  draw(state, size, theme) {
    const {quiz} = state;
    if (quiz === undefined) return [];
    return quiz.stage === 'over' ? resultLines(state, quiz, size, theme) : askedLines(state, quiz, size, theme);
  },
};

/** The picture, and beside it what there is to say, no more than there is room for. */
function askedLines(state: State, quiz: Quiz, {columns, lines}: Size, theme: Theme): string[] {
  const {test} = state.session.data;
  const asked = quiz.digits[placeIn(quiz)];
  if (test === undefined || asked === undefined) return [];
  const shown = sizeWithin({columns: columns - leastText - gap, lines});
  const picture = digitPicture(digit(test, asked.index), state.choice.art, shown, theme);
  const beside = sideLines(state, quiz, columns - shown.columns - gap, theme).slice(0, lines);
  const blank = ' '.repeat(shown.columns);
  return Array.from({length: Math.max(picture.length, beside.length)}, (_, line) =>
    `${picture[line] ?? blank}${' '.repeat(gap)}${beside[line] ?? ''}`.replace(/ +$/, ''),
  );
}

function sideLines({session}: State, quiz: Quiz, width: number, theme: Theme): string[] {
  const test = session.data.test ?? {};
  const names = namesText(test);
  const place = fill(words.place, {place: placeIn(quiz) + 1, count: quiz.digits.length});
  const scores = wrap(scoresText(quiz), width);
  const told = quiz.stage === 'tells' ? toldTexts(quiz, test) : undefined;
  const title = wrap(worded(place, test), width).map(line => theme.paint('dim', line));
  if (told !== undefined) {
    const {isRight} = told;
    const painted = (text: string, right: boolean): string[] =>
      wrap(text, width).map(line => theme.paint(right ? 'good' : 'bad', line));
    const said = [...painted(told.you, isRight.you), ...painted(told.machine, isRight.machine)];
    return [...title, ...wrap(told.label, width), ...said, '', ...scores];
  }
  const question = names.length === 0 ? words.asks : words.asksNamed;
  return [
    ...title,
    ...wrap(question, width).map(line => theme.paint('accent', line)),
    ...names,
    ...(quiz.guesses.length === 0 ? ['', ...wrap(introText(quiz, test), width)] : ['', ...scores]),
  ];
}

function resultLines({session}: State, quiz: Quiz, {columns}: Size, theme: Theme): string[] {
  const {result, share} = resultTexts(quiz);
  if (quiz.guesses.length === 0) return wrap(result.join(' '), columns);
  return [
    ...result.flatMap(text => wrap(text, columns)),
    ...wrap(`${words.shareTitle}`, columns).map(line => theme.paint('dim', line)),
    ...wrap(share, columns).map(line => theme.paint('accent', line)),
    '',
    ...differenceLines(quiz, session.data.test ?? {}, columns),
  ];
}
