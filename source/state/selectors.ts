import {classNameOf, digit} from '../dataset/dataset.js';
import type {Parameters} from '../network/network-state.js';
import {forward} from '../network/reference.js';
import {answerOf} from '../training/evaluation.js';
import {openRun} from './runs.js';
import type {State} from './state.js';

/** What the dashboard is at, for its user. `starting`: training was asked for and has not begun yet. */
export type Phase = 'loading' | 'ready' | 'starting' | 'training' | 'stopping' | 'failed';

/** What the dashboard is at: what is asked for, and what the worker does. */
export function phaseOf({session: {status, stretch, failed}}: State): Phase {
  if (failed) return 'failed';
  if (stretch !== undefined && stretch > status.stretch) return 'starting';
  if (status.phase === 'training') return stretch === undefined ? 'stopping' : 'training';
  return status.phase === 'loading' ? 'loading' : 'ready';
}

/** The chosen digit, or undefined while its split is loading. */
export function chosenDigit({
  session: {data},
  choice: {split, index},
}: State): {pixels: Uint8Array; label: number} | undefined {
  const loaded = data[split];
  const label = loaded?.labels[index];
  return loaded === undefined || label === undefined ? undefined : {pixels: digit(loaded, index), label};
}

/** What a label of the dataset is called: a digit, or a name such as `Ankle boot`. */
export function labelName({session: {data}, choice: {split}}: State, label: number): string {
  return classNameOf(data[split] ?? {}, label);
}

/** What a network says to a digit. */
export type Prediction = {readonly answer: number; readonly scores: readonly number[]};

/** What each network has said lately: the digit that it was asked about, and its answer. */
const predictions = new WeakMap<Parameters, {readonly pixels: Uint8Array; readonly prediction: Prediction}>();

/** The answer of the newest weights for the chosen digit; undefined while one of the two is on its way. */
export function prediction(state: State): Prediction | undefined {
  const chosen = chosenDigit(state);
  const weights = openRun(state.runs).network?.weights;
  if (chosen === undefined || weights === undefined) return undefined;
  const {pixels} = chosen;
  const known = predictions.get(weights);
  const isSame = known?.pixels.buffer === pixels.buffer && known.pixels.byteOffset === pixels.byteOffset;
  if (known !== undefined && isSame) return known.prediction;
  const scores = [...forward(weights, pixels).scores];
  const made = {answer: answerOf(scores), scores};
  predictions.set(weights, {pixels, prediction: made});
  return made;
}

/** Seconds until the last epoch at the present rate, or undefined when that is not known. */
export function secondsLeft(state: State): number | undefined {
  const {started, progress, imagesPerSecond} = openRun(state.runs);
  if (phaseOf(state) !== 'training' || started === undefined || progress === undefined || imagesPerSecond === 0) {
    return undefined;
  }
  const steps = (started.lastEpoch - progress.epoch + 1) * progress.steps - progress.step;
  return (steps * started.batchSize) / imagesPerSecond;
}
