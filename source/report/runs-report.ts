import {printable} from '../errors.js';
import {computedText} from '../text/computed-on.js';
import {count, counted, loss, share} from '../text/format.js';
import {bestEpoch} from '../training/kept-moments.js';
import type {ListedRun} from '../training/runs/run-list.js';

/** A run as a JSON object. */
export function runObject({name, file, saved, starred, info}: ListedRun): Readonly<Record<string, unknown>> {
  const last = info.history.at(-1);
  return {
    ...{name, file, saved: saved.toISOString(), starred, dataset: info.dataset.name, epochs: info.epoch},
    ...{stepInEpoch: info.stepInEpoch, accuracy: last?.accuracy, meanTestLoss: last?.meanTestLoss},
    ...{computedOn: info.computedOn, changes: info.changes},
    settings: info.settings,
  };
}

/** The same with every epoch, and the moments that its file keeps. */
export function runLines(run: ListedRun): Readonly<Record<string, unknown>> {
  const {history, moments = []} = run.info;
  return {...runObject(run), history, moments, bestEpoch: bestEpoch(moments)?.epoch};
}

/** All runs as a table; a star stands before those that are always kept. */
export function runTableLines(runs: readonly ListedRun[]): string[] {
  if (runs.length === 0) return ['No run is saved yet'];
  const names = Math.max(...runs.map(({name}) => name.length));
  return runs.map(run => {
    const {name, saved, starred, info} = run;
    const accuracy = info.history.at(-1)?.accuracy;
    const facts = [
      counted(info.epoch, 'epoch').padStart(10),
      (accuracy === undefined ? '' : share(accuracy)).padStart(7),
    ];
    const about = [printable(info.dataset.name), ...settingsOf(run)].join(', ');
    return `${starred ? '*' : ' '} ${name.padEnd(names)}  ${minuteOf(saved)}  ${facts.join('  ')}  ${about}`;
  });
}

/** One run in lines. */
export function runSummaryLines(run: ListedRun): string[] {
  const {name, file, saved, starred, info} = run;
  const {history, moments = [], epoch, stepInEpoch} = info;
  const best = bestEpoch(moments);
  return [
    `Run: ${name}${starred ? ' *' : ''}`,
    `File: ${printable(file)}`,
    `Saved: ${minuteOf(saved)} by ${printable(info.program)}`,
    `Dataset: ${printable(info.dataset.name)}`,
    `Settings: ${[...settingsOf(run), `seed ${info.settings.seed}`].join(', ')}`,
    `Trained: ${counted(epoch, 'epoch')}${stepInEpoch === 0 ? '' : ` and ${counted(stepInEpoch, 'step')}`}`,
    `Computed on: ${printable(computedText(info.computedOn) ?? 'not known, the file does not say')}`,
    ...changesOf(info),
    ...history.map(
      each =>
        `Epoch ${each.epoch}: train ${loss(each.meanTrainLoss)}, test ${loss(each.meanTestLoss)}, ${share(each.accuracy)}`,
    ),
    ...(best === undefined ? [] : [`Best by test loss: epoch ${best.epoch}; --model ${name} --best takes it`]),
    `Moments: ${count(moments.length)}`,
  ];
}

/** Which settings were changed on the way. */
const changesOf = ({changes = []}: ListedRun['info']): string[] =>
  changes.map(({step, name, was}) => `Changed at step ${count(step)}: ${name}, ${was} until then`);

/** What a run is trained with, in words. */
function settingsOf({info: {settings}}: ListedRun): string[] {
  const {hidden, learningRate, batchSize, loss: lossName, optimizer, activation} = settings;
  return [
    ...[`${hidden} hidden units`, `rate ${learningRate}`, `batches of ${batchSize}`, optimizer, lossName, activation],
    ...(settings.trainImages === undefined ? [] : [`${count(settings.trainImages)} train images`]),
    ...(settings.noiseLabels === 0 ? [] : [`${settings.noiseLabels} % false labels`]),
    ...(settings.augment ? ['augmented'] : []),
    ...(settings.shuffle ? [] : ['not shuffled']),
  ];
}

/** A time in the user's own zone: `2026-11-25 23:05`. */
function minuteOf(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
