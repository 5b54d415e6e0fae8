import {printable} from '../errors.js';
import type {Wait} from '../training/protocol.js';
import {fill, counted as filled} from '../words/fill.js';
import {place, waits, written} from '../words/screen.js';

/** A whole number with its thousands apart: 60,000. */
export const count = (value: number): string =>
  String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, written.thousands);

/** A number of things, in words that fit it: 1 thread, 10,000 digits. */
export const counted = (value: number, thing: string): string => `${count(value)} ${thing}${value === 1 ? '' : 's'}`;

/** A share of 0 to 1 as percent with one decimal: 97.4 %. */
export const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** A loss as the screen shows it: 0.0107, 0.108; it is no percent. */
export function shortLoss(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value > 0 && value < 0.00005) return value.toExponential(1);
  return value < 0.1 ? value.toFixed(4) : value < 1000 ? value.toPrecision(3) : value.toExponential(1).replace('+', '');
}

/** The score of an answer: 0.97, 12.40, and 2.9e5 where it is huge; never -0.00. */
export function score(value: number): string {
  if (Math.abs(value) >= 1000) return value.toExponential(1).replace('+', '');
  return value.toFixed(2).replace(/^-0\.00$/, '0.00');
}

/** A loss for plain text, with the digits that float32 can tell apart. */
export const loss = (value: number): string =>
  value < 1e6 ? value.toFixed(6) : value.toExponential(5).replace('+', '');

/** A time in seconds for people: 0.4 s, 12 s, 3 min. */
export function duration(seconds: number): string {
  if (seconds < 100) return fill(written.seconds, {time: seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)});
  return fill(written.minutes, {time: Math.round(seconds / 60)});
}

/** What takes its time: `loading the dataset`. */
export const waitText = (wait: Wait): string =>
  fill<string>(waits[wait.what], 'engine' in wait ? {engine: wait.engine} : {});

/** Where an engine runs: `wasm on CPU, 2 threads`. */
export function enginePlace(engine: string, device: string, threads?: number): string {
  const where = {engine, device: printable(device)};
  return threads === undefined ? fill(place.device, where) : filled(place.threads, {...where, count: threads});
}

/** The share of an epoch's images seen, in whole percent. */
export const percentOf = (step: number, steps: number): number => Math.round((100 * step) / steps);
