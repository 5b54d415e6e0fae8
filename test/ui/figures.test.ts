import assert from 'node:assert/strict';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {openRun} from '../../source/state/runs.js';
import type {State} from '../../source/state/state.js';
import {shuffledIndices} from '../../source/training/loop.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {chartPanel} from '../../source/ui/panels/chart-panel.js';
import {confusionPanel} from '../../source/ui/panels/confusion-panel.js';
import {trainingPanel} from '../../source/ui/panels/training-panel.js';
import {themeOf} from '../helpers/frame-theme.js';
import {mnist} from '../helpers/mnist.js';
import {jsonLines, runProgram, withFolder} from '../helpers/program.js';
import {acted, runOptions, shown, told} from '../helpers/state.js';
import {settings, startWorker} from '../helpers/worker.js';

const [epochs, hidden, seed, steps] = [2, 128, 1, 468];
const data = mnist();

/** The lines that `train --json` has of each epoch. */
const jsonEpochs = (): Promise<Record<string, unknown>[]> =>
  withFolder(async folder => {
    const told = ['--seed', String(seed), '--epochs', String(epochs), '--model', path.join(folder, 'model.npz')];
    const {stdout} = await runProgram(['train', '--json', '--engine', 'wasm', '--threads', '1', ...told]);
    return jsonLines(stdout).filter(({type}) => type === 'epoch');
  });

/** The loss of each batch, from the engine alone. */
async function batchLosses(): Promise<number[]> {
  const engine = await createWasmEngine(1);
  await engine.load(data);
  await engine.setState(initialState(hidden, seed));
  const losses: number[] = [];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = shuffledIndices(data.train.count, seed, epoch).subarray(0, steps * runOptions.batchSize);
    losses.push(...(await engine.trainSteps(order, runOptions)));
  }
  await engine.dispose();
  return losses;
}

/** What happened, each with the dashboard's state after it, of a worker at full pace that somebody watches. */
async function watchedRun(): Promise<{event: TrainingEvent; state: State}[]> {
  const worker = await startWorker(await createWasmEngine(1), {data, own: {...settings, hidden, seed}});
  worker.send({type: 'look'});
  worker.wish(1, {...runOptions, epochs, pace: 'full'});
  await worker.until('end');
  await worker.until('network', ({step}) => step === epochs * steps);
  worker.send({type: 'close'});
  const splits = (['train', 'test'] as const).map(split => ({type: 'split-loaded', split, data: data[split]}) as const);
  let state = acted(told(shown, ...splits), {type: 'train'});
  return worker.events.map(event => {
    state = told(state, event);
    return {event, state};
  });
}

/** A number in a text, after the parts of a pattern that are no group. */
function numberIn(text: string, pattern: RegExp): number {
  const [, found] = pattern.exec(text) ?? [];
  assert.ok(found !== undefined, `${pattern} is not in ${text}`);
  return Number(found.replaceAll(',', ''));
}

/** A drawn number is a value, rounded to its decimals. */
function isShownAs(drawn: number, value: unknown, decimals: number): void {
  assert.ok(Math.abs(drawn - Number(value)) <= 0.5000001 * 10 ** -decimals, `${drawn} for ${value}`);
}

const draw = (panel: typeof chartPanel, state: State, columns: number, lines: number): readonly string[] =>
  panel.draw(state, {columns, lines}, themeOf('Unicode'));

/** What the panels say of the network that is looked at is what an epoch's line says. */
function saysTheSame(state: State, {accuracy, meanTestLoss, confusion}: Record<string, unknown>): void {
  const training = draw(trainingPanel, state, 56, 9).join(' ');
  isShownAs(numberIn(training, /(\d+\.\d) %/), 100 * Number(accuracy), 1);
  const wrong = numberIn(training, /([\d,]+)(?: of 10,000)? wrong/);
  assert.equal(wrong, Math.round(10_000 * (1 - Number(accuracy))));
  isShownAs(numberIn(draw(chartPanel, state, 90, 20)[0] ?? '', /test (\d\.\d{4})/), meanTestLoss, 4);
  const rows = draw(confusionPanel, state, 52, 12).slice(2, 12);
  const counts = rows.map(row => row.replaceAll('·', '0').trim().split(/ +/).slice(1, 11).map(Number));
  assert.deepEqual(counts, confusion);
  const right = counts.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
  assert.equal(10_000 - wrong, right);
}

describe('the figures on the screen', () => {
  let [run, lines, losses]: [{event: TrainingEvent; state: State}[], Record<string, unknown>[], number[]] = [
    [],
    [],
    [],
  ];
  const line = (epoch: number): Record<string, unknown> => lines[epoch - 1] ?? assert.fail(`no epoch ${epoch}`);

  before(async () => {
    [lines, losses, run] = await Promise.all([jsonEpochs(), batchLosses(), watchedRun()]);
  });

  it('are at every moment those of train --json with the same seed', () => {
    const seen = new Set<number>();
    for (const {state} of run) {
      const known = openRun(state.runs).timeline.filter(({found}) => found !== undefined).length;
      seen.add(known);
      if (known > 0) saysTheSame(state, line(known));
      else assert.doesNotMatch(draw(trainingPanel, state, 56, 9).join(' '), /wrong|\d\.\d %/);
    }
    assert.deepEqual([...seen], [0, 1, 2]);
  });

  it('have the last test batch in the words of the early-stop rule', () => {
    const ends = run.flatMap(({event, state}) => (event.type === 'epoch' ? [{...event, state}] : []));
    assert.equal(ends.length, epochs);
    for (const {epoch, state} of ends) {
      // The rule is shown of a run that is long enough for it.
      const list = state.runs.list.map(each => ({...each, started: each.started && {...each.started, lastEpoch: 20}}));
      const rule = draw(trainingPanel, {...state, runs: {...state.runs, list}}, 56, 9).join(' ');
      isShownAs(numberIn(rule, /the last test batch's loss (\d\.\d{4})/), line(epoch).testLoss, 4);
    }
  });

  it('have the mean train loss of the last 50 batches', () => {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      // The batches are those of the program: it has told the last of an epoch, and their mean.
      const batches = losses.slice((epoch - 1) * steps, epoch * steps);
      isShownAs(Number(batches.at(-1)), line(epoch).loss, 9);
      isShownAs(batches.reduce((sum, loss) => sum + loss) / steps, line(epoch).meanTrainLoss, 9);
    }
    let checked = 0;
    for (const {event, state} of run) {
      if (event.type !== 'progress' || event.total < 200) continue;
      const mean = losses.slice(event.total - 50, event.total).reduce((sum, loss) => sum + loss) / 50;
      isShownAs(numberIn(draw(chartPanel, state, 90, 20)[0] ?? '', /train (\d\.\d{4})/), mean, 4);
      checked++;
    }
    assert.ok(checked >= 2 * epochs, `${checked} checked`);
  });

  it('are those of an earlier epoch when that is looked at', () => {
    const {state = assert.fail()} = run.at(-1) ?? {};
    const {timeline} = openRun(state.runs);
    assert.ok(
      timeline.some(({step, found}) => step === 100 && found === undefined),
      'no early moment',
    );
    const looking = acted(state, {type: 'earlier'});
    assert.match(draw(chartPanel, looking, 90, 20)[0] ?? '', /step 468:/);
    saysTheSame(looking, line(1));
  });
});
