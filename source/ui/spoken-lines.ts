import {adviceBefore, adviceNow} from '../state/advice.js';
import {markedCell, openCell} from '../state/cell.js';
import {splitEvaluation} from '../state/evaluations.js';
import {savePlace} from '../state/lesson.js';
import {isTrained, openRun} from '../state/runs.js';
import {chosenDigit, labelName, phaseOf, prediction} from '../state/selectors.js';
import {fasterEngine} from '../state/session.js';
import type {State} from '../state/state.js';
import {isPastEnd} from '../state/training-actions.js';
import {adviceLine} from '../text/advice.js';
import {duration, enginePlace, score, share, waitText} from '../text/format.js';
import {unitNames} from '../text/unit-names.js';
import {digit as digitWords, splitNames} from '../words/digits.js';
import {counted, fill} from '../words/fill.js';
import {screen as screenWords, waits} from '../words/screen.js';
import {spoken as words} from '../words/spoken.js';
import {rule, training as trainingWords} from '../words/training.js';
import {cellText} from './panels/cell-text.js';
import {questionText} from './question.js';
import {lessonLines} from './spoken-lesson.js';

/** What there is to say of a state, or nothing; it is said when it is not what it was before. */
type Fact = (state: State) => string | undefined;

/**
 * What a screen reader is told when one state has followed another. Pure.
 * @param before undefined: nothing has been told yet, or everything is to be told anew
 */
export function spokenLines(before: State | undefined, now: State): string[] {
  const news = (facts: readonly Fact[]): string[] =>
    facts.flatMap(fact => {
      const text = fact(now);
      return text === undefined || (before !== undefined && fact(before) === text) ? [] : [text];
    });
  return [
    ...news([program, waiting, network, faster, scrambled, start, place, phase]),
    ...epochLines(before, now),
    ...spokenAdvice(before, now),
    ...news([end, off, digit, cell, hint]),
    ...answerLines(before, now),
    ...lessonLines(before, now),
    ...news([index, questionText, saveFault, notice]),
  ];
}

const program: Fact = () => words.program;

const waiting: Fact = ({
  session: {
    status: {waitsFor, engine},
  },
}) => {
  if (waitsFor !== undefined) return waitText(waitsFor);
  return engine === undefined ? waits.dataset : undefined;
};

const network: Fact = ({session: {status}, runs}) => {
  const {engine, dataset} = status;
  if (engine === undefined || dataset === undefined) return undefined;
  const place = enginePlace(engine.name, engine.device, engine.threads);
  return fill(words.network, {dataset: dataset.name, place, seed: openRun(runs).seed});
};

const faster: Fact = ({session: {status}}) => {
  const engine = fasterEngine(status);
  return engine && fill(screenWords.faster, {engine});
};

const scrambled: Fact = ({session: {data}}) => (data.test?.isScrambled ? trainingWords.scrambled[0] : undefined);

/** What the next stretch goes on from, until the first has begun. */
const start: Fact = state => {
  const {opened, started} = openRun(state.runs);
  if (opened === undefined || started !== undefined) return undefined;
  const {resumed, saved} = opened;
  if (resumed !== undefined) {
    return isPastEnd(state) === 'now' ? trainingWords.toTrainMore[0] : counted(words.onFrom, {count: resumed.epochs});
  }
  return saved === undefined ? words.fromRandom : words.fromRandomSaved;
};

const place: Fact = state => {
  if (state.session.status.engine === undefined) return undefined;
  const place = savePlace(state);
  return place === undefined ? trainingWords.keepsNone : fill(words.savesIn, {place});
};

const phase: Fact = state => {
  const phase = phaseOf(state);
  if (phase === 'starting' || phase === 'stopping') return trainingWords.phases[phase];
  const {started} = openRun(state.runs);
  if (phase !== 'training' || started?.stretch !== state.session.status.stretch) return undefined;
  return fill(words.training, {first: started.firstEpoch, last: started.lastEpoch});
};

/** A line for each new epoch; of those that were there from the start none, and anew, or of another run, only the last. */
function epochLines(before: State | undefined, now: State): string[] {
  const {history, opened, started} = openRun(now.runs);
  const isAnew = before?.runs.open !== now.runs.open;
  const old = isAnew ? history.epochs.slice(0, -1) : openRun(before.runs).history.epochs;
  const resumed = opened?.resumed?.history ?? [];
  return history.epochs
    .filter(record => !old.includes(record) && !resumed.includes(record))
    .map(({epoch, accuracy, meanTestLoss}) => {
      const values = {epoch, accuracy: share(accuracy), loss: meanTestLoss.toFixed(4)};
      return started === undefined
        ? fill(words.epoch, values)
        : fill(words.epochOf, {...values, last: started.lastEpoch});
    });
}

/** What the adviser has noticed, each thing once; anew only what it notices now. */
function spokenAdvice(before: State | undefined, now: State): string[] {
  const old = before === undefined ? adviceBefore(now, adviceNow(now)) : openRun(before.runs).noticed.advised;
  return openRun(now.runs)
    .noticed.advised.filter(advice => !old.includes(advice))
    .map(adviceLine);
}

const end: Fact = state => {
  const {ended} = openRun(state.runs);
  if (ended === undefined || phaseOf(state) !== 'ready') return undefined;
  const {reason, epochs, seconds, learned, model} = ended;
  const parts = [
    counted(words.ended, {ending: trainingWords.endings[reason], count: epochs, time: duration(seconds)}),
    ...(learned || epochs === 0 ? [] : [rule.noBetter]),
    ...(model === undefined ? [] : [fill(trainingWords.savedIn, {place: model})]),
  ];
  return parts.join('; ');
};

/** What stands in the header: the hidden units that are switched off. */
const off: Fact = ({units}) =>
  units.off.length === 0 ? undefined : fill(screenWords.off, {units: unitNames(units.off)});

/** Said again when what was asked has been answered, so that the user knows where they are. */
const digit: Fact = state => {
  const {screen, choice} = state;
  if (screen.prompt !== undefined || screen.question !== undefined) return undefined;
  const chosen = chosenDigit(state);
  const label =
    chosen?.label === undefined ? digitWords.loading : fill(digitWords.label, {label: labelName(state, chosen.label)});
  return fill(words.digit, {split: splitNames[choice.split], index: choice.index, label});
};

/** The cell of the confusion matrix that has the arrows, or whose digits are walked. */
const cell: Fact = state => {
  const marked = state.screen.view === 'mistakes' && state.screen.holds ? markedCell(state) : openCell(state);
  const counts = splitEvaluation(state, state.choice.split)?.found.confusion;
  return marked && counts && cellText(state, marked, counts[marked.label * 10 + marked.answer] ?? 0);
};

const hint: Fact = ({choice}) => (choice.predicting ? undefined : words.toPredict);

const isRunning = (state: State): boolean => ['starting', 'training', 'stopping'].includes(phaseOf(state));

/**
 * The answer when it is shown, and when it changes. While the network is trained its score changes all the time: then
 * only another answer is told, and the score with it.
 */
function answerLines(before: State | undefined, now: State): string[] {
  const text = answerText(now);
  if (text === undefined) return [];
  const isSame = before?.choice.split === now.choice.split && before.choice.index === now.choice.index;
  const last = isSame ? answerText(before) : undefined;
  if (before === undefined || last === undefined) return [text];
  if (isRunning(now)) return prediction(now)?.answer === prediction(before)?.answer ? [] : [text];
  return last === text && !isRunning(before) ? [] : [text];
}

const answerText: Fact = state => {
  const chosen = chosenDigit(state);
  const shown = state.choice.predicting ? prediction(state) : undefined;
  if (chosen === undefined || shown === undefined) return undefined;
  const {answer, scores} = shown;
  const verdicts = words.answers[isTrained(openRun(state.runs)) ? 'trained' : 'random'];
  return fill(verdicts[answer === chosen.label ? 'right' : 'wrong'], {
    answer: labelName(state, answer),
    score: score(Math.max(...scores)),
  });
};

const index: Fact = ({screen: {prompt}, choice: {split}}) => {
  if (prompt === undefined) return undefined;
  const {typed, fault} = prompt;
  const name = splitNames[split];
  const asked =
    typed === ''
      ? fill(words.askIndex, {split: name, keys: screenWords.indexKeys})
      : fill(screenWords.index, {split: name, typed});
  return fault === undefined ? asked : `${asked}; ${fault}`;
};

const saveFault: Fact = ({screen}) => screen.saveFault;

/** The fault that ends the program is told when it has ended. */
const notice: Fact = ({session, screen}) => (session.failed ? undefined : screen.notice);
