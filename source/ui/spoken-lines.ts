import type {RunState} from '../state/run-state.js';
import {chosenDigit, isTrained, labelName, prediction} from '../state/selectors.js';
import {counted, duration, enginePlace, share} from '../text/format.js';
import {endings} from './panels/training-panel.js';

/** What there is to say of a state, or nothing; it is said when it is not what it was before. */
type Fact = (state: RunState) => string | undefined;

/**
 * What a screen reader is told when one state has followed another. Pure.
 * @param before undefined: nothing has been told yet, or everything is to be told anew
 */
export function spokenLines(before: RunState | undefined, now: RunState): string[] {
  const news = (facts: readonly Fact[]): string[] =>
    facts.flatMap(fact => {
      const text = fact(now);
      return text === undefined || (before !== undefined && fact(before) === text) ? [] : [text];
    });
  return [
    ...news([program, waiting, network, start, place, phase]),
    ...epochLines(before, now),
    ...news([end, digit, hint]),
    ...answerLines(before, now),
    ...news([prompt, question, saveFault, notice]),
  ];
}

const program: Fact = () => 'mnist-tui: ? lists the keys, q quits';

const waiting: Fact = ({about, preparing}) => preparing ?? (about === undefined ? 'loading the dataset' : undefined);

const network: Fact = ({about, seed}) =>
  about && `${about.dataset.name}, ${enginePlace(about.engine, about.device, about.threads)}, seed ${seed}`;

/** What the next run goes on from, until it has begun. */
const start: Fact = ({about, run}) => {
  if (about === undefined || run !== undefined) return undefined;
  const {resumed, saved} = about;
  const from = resumed === undefined ? 'from random weights' : `on from ${counted(resumed.epochs, 'epoch')}`;
  return `t trains the network, ${from}${saved === undefined ? '' : '; --resume goes on with the saved run'}`;
};

const place: Fact = ({about, place}) =>
  about && (place === undefined ? 'keeps no weights' : `saves weights in ${place}`);

const phase: Fact = ({phase, run}) => {
  if (phase === 'asked') return 'starting';
  if (phase === 'stopping') return 'stopping';
  return phase === 'training' && run ? `Training: epochs ${run.firstEpoch} to ${run.lastEpoch}` : undefined;
};

/** A line for each new epoch; of those that were there from the start none, and anew only the last. */
function epochLines(before: RunState | undefined, now: RunState): string[] {
  const old = before?.history.epochs ?? now.history.epochs.slice(0, -1);
  const resumed = now.about?.resumed?.history ?? [];
  return now.history.epochs
    .filter(record => !old.includes(record) && !resumed.includes(record))
    .map(({epoch, accuracy, meanTestLoss}) => {
      const of = now.run === undefined ? '' : ` of ${now.run.lastEpoch}`;
      return `Epoch ${epoch}${of}: ${share(accuracy)} right, mean test loss ${meanTestLoss.toFixed(4)}`;
    });
}

const end: Fact = ({end, phase}) => {
  if (end === undefined || phase !== 'ready') return undefined;
  const {reason, epochs, seconds, learned, model} = end;
  const parts = [
    `Training ended: ${endings[reason]}, ${counted(epochs, 'epoch')}, last run ${duration(seconds)}`,
    ...(learned || epochs === 0 ? [] : ['no better than guessing']),
    ...(model === undefined ? [] : [`saved in ${model}`]),
  ];
  return parts.join('; ');
};

/** Said again when what was asked has been answered, so that the user knows where they are. */
const digit: Fact = state => {
  if (state.typedIndex !== undefined || state.asksAfresh) return undefined;
  const chosen = chosenDigit(state);
  const label = chosen === undefined ? 'loading' : `label ${labelName(state, chosen.label)}`;
  return `${state.split} ${state.index}: ${label}`;
};

const hint: Fact = state => (state.predicting ? undefined : 'p predicts it');

const isRunning = ({phase}: RunState): boolean => phase === 'asked' || phase === 'training' || phase === 'stopping';

/**
 * The answer when it is shown, and when it changes. While the network is trained its score changes all the time: then
 * only another answer is told, and the score with it.
 */
function answerLines(before: RunState | undefined, now: RunState): string[] {
  const text = answerText(now);
  if (text === undefined) return [];
  const isSame = before !== undefined && before.split === now.split && before.index === now.index;
  const last = isSame ? answerText(before) : undefined;
  if (last === undefined) return [text];
  if (isRunning(now)) return prediction(now)?.answer === (before && prediction(before)?.answer) ? [] : [text];
  return last === text && before !== undefined && !isRunning(before) ? [] : [text];
}

const answerText: Fact = state => {
  const chosen = chosenDigit(state);
  const shown = state.predicting ? prediction(state) : undefined;
  if (chosen === undefined || shown === undefined) return undefined;
  const {answer, scores} = shown;
  const verdict = answer === chosen.label ? 'right' : 'wrong';
  const random = isTrained(state) ? '' : '; weights are random';
  return `answer ${labelName(state, answer)}, ${verdict}, score ${Math.max(...scores).toFixed(2)}${random}`;
};

const prompt: Fact = ({typedIndex, indexFault, split}) => {
  if (typedIndex === undefined) return undefined;
  const fault = indexFault === undefined ? '' : `; ${indexFault}`;
  return `Go to ${split} index${typedIndex === '' ? '; Enter goes, Esc cancels' : `: ${typedIndex}`}${fault}`;
};

const question: Fact = ({asksAfresh}) => (asksAfresh ? 'r again starts afresh, Esc keeps it' : undefined);

const saveFault: Fact = state => state.saveFault;

/** The fault that ends the program is told when it has ended. */
const notice: Fact = ({phase, notice}) => (phase === 'failed' ? undefined : notice);
