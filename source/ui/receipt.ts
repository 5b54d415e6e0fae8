import {printable} from '../errors.js';
import {commandLine} from '../invocation.js';
import {openRun} from '../state/runs.js';
import {trainingOptions} from '../state/session.js';
import type {State} from '../state/state.js';
import {greatestConfusions} from '../text/confusion.js';
import {count, share} from '../text/format.js';
import {isPastEarlyStop, methodOptions, quoted} from '../text/repeat.js';
import {wrap} from '../text/wrap.js';
import {counted} from '../words/fill.js';
import {receipt as words} from '../words/receipt.js';

/**
 * What the run that is shown came to, for the normal screen after the dashboard; nothing when it was not trained here.
 * Lines are broken between words; a command or a path is a line of its own where it does not fit, and stays whole.
 */
export function receiptLines(state: State): string[] {
  const {seed, ended, progress} = openRun(state.runs);
  if (ended === undefined || progress === undefined) return [];
  const result = resultLine(state);
  const first = result ?? counted(words.unfinished, {seed, count: progress.total});
  const {columns} = state.screen;
  const summary = wrap(first, columns);
  const again = repeatLines(state);
  if (ended.model === undefined) return [...summary, ...again];
  const file = printable(ended.model);
  const model = [...scrambleOption(state), `--model ${quoted(file)}`].join(' ');
  const next =
    result === undefined
      ? withWhole(words.goOn, commandLine(`--resume ${model}`), columns)
      : withWhole(words.answers, commandLine(`predict 0-9 ${model}`), columns);
  return [...summary, ...withWhole(words.saved, file, columns), ...next, ...again];
}

/** A text with a command or a path at its end, which stands below where the line is too short for both. */
function withWhole(text: string, whole: string, columns: number): string[] {
  const line = `${text} ${whole}`;
  return line.length <= columns ? [line] : [text, whole];
}

/** The option without which the digits would be other ones. */
const scrambleOption = ({session}: State): string[] => (session.data.test?.isScrambled ? ['--scramble'] : []);

/** The command that trains the same network as after the last finished epoch. */
function repeatLines(state: State): string[] {
  const {rates, history} = openRun(state.runs);
  if (history.epochs.length === 0) return [];
  const text = rates.length > 1 ? words.almostAgain : words.again;
  return withWhole(text, commandLine(['train', ...repeatOptions(state)].join(' ')), state.screen.columns);
}

/** What was given on the command line, and what came to be otherwise in the dashboard. */
function repeatOptions(state: State): string[] {
  const {session, runs} = state;
  const {seed, hidden, activation, rates, history, ended, opened} = openRun(runs);
  const {options, status} = session;
  const settings = trainingOptions(state);
  const [rate = settings.learningRate] = rates.map(({learningRate}) => learningRate);
  // A run that went on brought its own settings along.
  const isGiven = (name: string): boolean => session.given.includes(name) || opened?.resumed !== undefined;
  const finished = history.epochs.at(-1)?.epoch ?? 0;
  const isPast = isPastEarlyStop(history.epochs);
  const epochs = ended?.reason === 'early-stop' && !isPast ? settings.epochs : finished;
  return [
    ...(session.given.includes('data') && status.dataset ? [`--data ${quoted(printable(status.dataset.path))}`] : []),
    ...scrambleOption(state),
    `--seed ${seed}`,
    ...(isGiven('hidden') ? [`--hidden ${hidden}`] : []),
    ...(isGiven('batchSize') ? [`--batch-size ${settings.batchSize}`] : []),
    ...(isGiven('learningRate') || rate !== options.learningRate ? [`--learning-rate ${rate}`] : []),
    ...(isGiven('epochs') || epochs !== options.epochs ? [`--epochs ${epochs}`] : []),
    ...methodOptions({...settings, activation}),
    ...(settings.shuffle ? [] : ['--no-shuffle']),
    ...(!settings.earlyStop || isPast ? ['--no-early-stop'] : []),
    ...(session.given.includes('engine') && status.engine ? [`--engine ${status.engine.name}`] : []),
  ];
}

/** How good the run is, and what it confuses most; undefined before the end of its first epoch. */
function resultLine({session, runs}: State): string | undefined {
  const {seed, history, timeline} = openRun(runs);
  const latest = history.epochs.at(-1);
  const {test} = session.data;
  if (latest === undefined || test === undefined) return undefined;
  const found = timeline.findLast(moment => moment.found?.accuracy === latest.accuracy)?.found;
  const [worst] = found === undefined ? [] : greatestConfusions(found.confusion, 1);
  const values = {
    seed,
    accuracy: share(latest.accuracy),
    count: latest.epoch,
    wrong: count(Math.round((1 - latest.accuracy) * test.count)),
    all: count(test.count),
  };
  if (worst === undefined) return counted(words.result, values);
  const {label, answer} = worst;
  return counted(words.weakness, {...values, label, answer});
}
