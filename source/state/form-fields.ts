import {activationNames} from '../network/activations.js';
import {lossNames} from '../network/losses.js';
import {defaultRate, optimizerNames} from '../network/optimizers.js';
import type {RunSettings} from '../training/formats/run-info.js';

/** A setting of the next run, in the form's order. */
export type FieldName = keyof RunSettings;

/** The values that the form offers for each setting, from first to last. */
const offered: {readonly [Name in Exclude<FieldName, 'seed'>]: readonly RunSettings[Name][]} = {
  hidden: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
  activation: activationNames,
  loss: lossNames,
  optimizer: optimizerNames,
  learningRate: [
    ...[0.000001, 0.000002, 0.000005, 0.00001, 0.00002, 0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005],
    ...[0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
  ],
  batchSize: [1, 4, 16, 32, 64, 128, 256, 512, 1024],
  trainImages: [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, undefined],
  noiseLabels: [0, 1, 5, 10, 20, 30, 50, 100],
  augment: [false, true],
  shuffle: [true, false],
  epochs: [1, 2, 3, 5, 7, 10, 20, 50, 60, 100],
  earlyStop: [true, false],
};

/** The settings in the order in which the form has them. */
export const fieldNames = [...(Object.keys(offered) as FieldName[]), 'seed'] as const;

/** The value after a value, or before it; a value that is not offered comes before the first that is larger. */
function neighbour<Value>(values: readonly Value[], value: Value, by: 1 | -1): Value {
  const place = values.indexOf(value);
  const larger = values.findIndex(each => each === undefined || Number(each) > Number(value));
  const next = place >= 0 ? place + by : by > 0 ? larger : larger - 1;
  return values[Math.max(0, Math.min(values.length - 1, next))] ?? value;
}

/**
 * Settings with the next value of one of them. A learning rate that suits the loss and the optimiser goes along with them;
 * without squared errors, or with images that are never the same, there is no early stop.
 */
export function changed(settings: RunSettings, name: FieldName, by: 1 | -1): RunSettings {
  if (name === 'seed') return {...settings, seed: Math.max(0, Math.min(2 ** 32 - 1, settings.seed + by))};
  const next = {...settings, [name]: nextOf(settings, name, by)};
  const {loss, optimizer} = next;
  const isMethod = name === 'loss' || name === 'optimizer';
  return isMethod ? {...next, learningRate: defaultRate(optimizer, loss)} : next;
}

function nextOf<Name extends Exclude<FieldName, 'seed'>>(
  settings: RunSettings,
  name: Name,
  by: 1 | -1,
): RunSettings[Name] {
  const values: readonly RunSettings[Name][] = offered[name];
  if (name === 'trainImages' && settings.trainImages === undefined && by < 0) return values.at(-2) ?? settings[name];
  if (name === 'trainImages' && settings.trainImages === 20_000 && by > 0) return undefined as RunSettings[Name];
  return neighbour(values, settings[name], by);
}

/** The settings whose values two runs do not share. */
export const differing = (one: RunSettings, other: RunSettings): FieldName[] =>
  fieldNames.filter(name => one[name] !== other[name]);
