import type {MomentMark} from '../kept-moments.js';
import {changeable, type RunPath} from '../run-path.js';
import {meanOf, type TrainCurve} from '../train-curve.js';

const object = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const count = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isFigure = (value: unknown): boolean => value === undefined || Number.isFinite(value);

/** Whether a value is the chart's curve of a run; runs of old have none. */
export function isCurve(value: unknown): value is TrainCurve | undefined {
  if (value === undefined) return true;
  if (!object(value) || !Array.isArray(value.train) || !Array.isArray(value.batchLosses)) return false;
  return (
    value.batchLosses.length <= meanOf &&
    value.batchLosses.every(Number.isFinite) &&
    value.train.every(point => object(point) && count(point.step) && Number.isFinite(point.loss))
  );
}

/** Whether values say how a run came to be. */
export function isPath(value: {readonly computedOn: unknown; readonly changes: unknown}): value is RunPath {
  const {computedOn, changes} = value;
  return (
    (computedOn === undefined || (Array.isArray(computedOn) && computedOn.every(isComputedOn))) &&
    (changes === undefined || (Array.isArray(changes) && changes.every(isChange)))
  );
}

const isComputedOn = (value: unknown): boolean =>
  object(value) &&
  count(value.from) &&
  typeof value.engine === 'string' &&
  typeof value.device === 'string' &&
  (value.threads === undefined || count(value.threads));

const isChange = (value: unknown): boolean =>
  object(value) &&
  count(value.step) &&
  changeable.some(name => name === value.name) &&
  (typeof value.was === 'boolean' || Number.isFinite(value.was));

/** Whether a value says which moments are in a run's file; files of old say nothing. */
export function areMarks(value: unknown): value is readonly MomentMark[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every(isMark));
}

const isMark = (value: unknown): boolean =>
  object(value) &&
  count(value.step) &&
  count(value.epoch) &&
  typeof value.endsEpoch === 'boolean' &&
  isFigure(value.meanTestLoss) &&
  isFigure(value.accuracy);
