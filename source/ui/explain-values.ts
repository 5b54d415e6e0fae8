import type {Activation} from '../network/activations.js';
import {parameterCount} from '../network/architecture.js';
import {type LossName, losses} from '../network/losses.js';
import {figuresOf} from '../state/figures.js';
import {openRun} from '../state/runs.js';
import {labelName, prediction} from '../state/selectors.js';
import {trainingOptions} from '../state/session.js';
import type {State} from '../state/state.js';
import {evaluatedBy} from '../state/surveys.js';
import {unitShares} from '../state/unit-shares.js';
import {count, score, share} from '../text/format.js';
import {imagesOf} from '../training/run-options.js';
import type {panels} from '../words/explain.js';
import type {overlayTexts} from '../words/explain-overlays.js';
import {fill, type Names} from '../words/fill.js';
import type {glossary} from '../words/glossary.js';

/** A sentence, or one for each loss or each activation. */
export type Sentence = string | Readonly<Record<LossName, string>> | Readonly<Record<Activation, string>>;

/** Every string within a table of texts. */
type Leaves<Table> = Table extends string
  ? Table
  : Table extends readonly (infer Entry)[]
    ? Leaves<Entry>
    : {readonly [Key in keyof Table]: Leaves<Table[Key]>}[keyof Table];

/** What the explanations name: a value for each, as it is now; undefined while it is not known, or is hidden. */
export type ExplainValues = Readonly<
  Record<Names<Leaves<typeof panels | typeof overlayTexts | typeof glossary>>, string | undefined>
>;

/** The numbers that the explanations name, of the run and the network that are looked at. */
export function explainValues(state: State): ExplainValues {
  const {train, test} = state.session.data;
  const options = trainingOptions(state);
  const {batchSize, loss} = evaluatedBy(state);
  const {hidden} = openRun(state.runs);
  const figures = figuresOf(state);
  const dead = unitShares(state)?.dead;
  const images = train && imagesOf(train.count, options);
  return {
    ...scoreValues(state),
    hidden: count(hidden),
    parameters: count(parameterCount(hidden)),
    batch: count(batchSize),
    rate: String(options.learningRate),
    guessing: losses[loss].guessing.toFixed(3),
    images: images === undefined ? undefined : count(images),
    steps: images === undefined ? undefined : count(Math.floor(images / batchSize)),
    tests: test && count(test.count),
    accuracy: figures && share(figures.accuracy),
    wrong: figures && count(figures.wrong),
    dead: dead === undefined ? undefined : count(dead),
  };
}

/** What is said of the chosen digit's scores; nothing while its answer is hidden. */
function scoreValues(state: State): Pick<ExplainValues, 'answer' | 'score' | 'lead' | 'sum'> {
  const shown = state.choice.predicting ? prediction(state) : undefined;
  const [first, second] = shown?.scores.toSorted((one, other) => other - one) ?? [];
  if (shown === undefined || first === undefined || second === undefined)
    return {answer: undefined, score: undefined, lead: undefined, sum: undefined};
  return {
    answer: labelName(state, shown.answer),
    score: score(first),
    lead: score(first - second),
    sum: score(shown.scores.reduce((sum, each) => sum + each, 0)),
  };
}

/** A sentence with its numbers; undefined where one of them is not known. */
export function explained(state: State, sentence: Sentence, values: ExplainValues): string | undefined {
  const text = textOf(state, sentence);
  const filled: string = fill<string>(
    text,
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  );
  return /\{\w+\}/.test(filled) ? undefined : filled;
}

function textOf(state: State, sentence: Sentence): string {
  if (typeof sentence === 'string') return sentence;
  return 'mse' in sentence ? sentence[evaluatedBy(state).loss] : sentence[openRun(state.runs).activation];
}
