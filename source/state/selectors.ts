import type {Split} from '../dataset/dataset.js';
import {classNameOf, digit} from '../dataset/dataset.js';
import {dependableEngine, type EngineName, engineNames} from '../engines/catalogue.js';
import {answerOf} from '../training/evaluation.js';
import type {RunState} from './run-state.js';

/** The chosen digit, or undefined while its split is loading. */
export function chosenDigit({data, split, index}: RunState): {pixels: Uint8Array; label: number} | undefined {
  const loaded = data[split];
  const label = loaded?.labels[index];
  return loaded === undefined || label === undefined ? undefined : {pixels: digit(loaded, index), label};
}

/** What a label of the dataset is called: a digit, or a name such as `Ankle boot`. */
export function labelName({data, split}: RunState, label: number): string {
  return classNameOf(data[split] ?? {}, label);
}

/** The network's answer for the chosen digit, or undefined while it is on its way. */
export function prediction(state: RunState): {answer: number; scores: readonly number[]} | undefined {
  const {scores, split, index} = state;
  if (scores === undefined || scores.split !== split || scores.index !== index) return undefined;
  return {answer: answerOf(scores.scores), scores: scores.scores};
}

/** The engine after the present one, in the order of their names; one that was asked for in vain counts as present. */
export function nextEngine({askedEngine, about}: RunState): EngineName {
  const present = engineNames.indexOf(askedEngine ?? about?.engine ?? dependableEngine);
  return engineNames.at(present + 1) ?? engineNames[0];
}

/** Whether a run is on or asked for, and has not been asked to stop. */
export function isTraining({phase}: RunState): boolean {
  return phase === 'asked' || phase === 'training';
}

/** Whether the weights have been through a step of training. */
export function isTrained({progress, about}: RunState): boolean {
  return progress !== undefined || about?.trained === true;
}

/** Whether starting afresh gives up weights that have been trained; not when it has been asked for already. */
export function losesTraining(state: RunState): boolean {
  return isTrained(state) && state.askedSeed === state.seed;
}

/** Seconds until the run's last epoch at the present rate, or undefined when that is not known. */
export function secondsLeft({run, progress, imagesPerSecond, phase}: RunState): number | undefined {
  if (phase !== 'training' || run === undefined || progress === undefined || imagesPerSecond === 0) return undefined;
  const steps = (run.lastEpoch - progress.epoch + 1) * progress.steps - progress.step;
  return (steps * run.batchSize) / imagesPerSecond;
}

/** The digit whose scores the worker should keep sending. */
export function watchedDigit({predicting, split, index}: RunState): {split: Split; index: number} | undefined {
  return predicting ? {split, index} : undefined;
}
