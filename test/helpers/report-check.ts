import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {decode} from 'fast-png';
import type {Dataset} from '../../source/dataset/dataset.js';
import {initialState} from '../../source/network/initial-state.js';
import {forward} from '../../source/network/reference.js';
import {type Checkpoint, decodeMoments} from '../../source/training/formats/checkpoint.js';
import {decodeModel} from '../../source/training/formats/model-file.js';
import type {KeptMoment} from '../../source/training/kept-moments.js';
import {byId, classed, type Element, named, rowsOf, textOf} from './html.js';

/** A picture within a document: its size, and its samples a pixel. */
export function pictureOf(image: Element): {data: ArrayLike<number>; channels: number} {
  const [, base64 = ''] = /^data:image\/png;base64,(.+)$/.exec(image.attributes.get('src') ?? '') ?? [];
  const {width, height, data, channels} = decode(Buffer.from(base64, 'base64'));
  assert.deepEqual([width, height], [28, 28]);
  return {data, channels};
}

/** What a network makes of each test digit, computed the plain way: ten scores each, and how often what is taken for what. */
function answersOf({state}: Checkpoint, {test}: Dataset): {scores: Float64Array[]; counts: number[][]; wrong: number} {
  const counts = Array.from({length: 10}, () => new Array<number>(10).fill(0));
  const scores = Array.from({length: test.count}, (_, index) => {
    const each = forward(state.weights, test.images.subarray(index * 784, (index + 1) * 784)).scores;
    counts[test.labels[index]][each.indexOf(Math.max(...each))]++;
    return each;
  });
  const right = counts.reduce((sum, row, label) => sum + row[label], 0);
  return {scores, counts, wrong: test.count - right};
}

const percent = (part: number, all: number): string => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`);

/** Checks every figure of a report against the run's file and against the network computed the plain way. */
export function checkReport(document: Element, file: string, dataset: Dataset): void {
  const bytes = readFileSync(file);
  const saved = decodeModel(bytes, file);
  const {scores, counts, wrong} = answersOf(saved, dataset);
  const {count} = dataset.test;
  assert.equal(textOf(byId(document, 'accuracy')), percent(count - wrong, count));
  const thousands = (value: number): string => value.toLocaleString('en-US');
  assert.match(textOf(byId(document, 'wrong')), new RegExp(`^${thousands(wrong)} of ${thousands(count)} test `));
  checkEpochs(document, saved, dataset);
  checkMatrix(document, counts);
  checkMistakes(document, scores, dataset);
  checkUnits(document, saved);
  checkPath(document, saved);
  assert.ok(saved.info !== undefined);
  checkMoments(document, saved, decodeMoments(bytes, saved.info, file));
}

function checkEpochs(document: Element, {info}: Checkpoint, {train}: Dataset): void {
  assert.ok(info !== undefined);
  const {batchSize, trainImages = train.count} = info.settings;
  const [, ...rows] = rowsOf(byId(document, 'epochs'));
  assert.equal(rows.length, info.history.length);
  for (const [place, record] of info.history.entries()) {
    const [epoch, steps, accuracy, points, ...losses] = rows[place];
    assert.deepEqual(
      [Number(epoch), Number(steps.replaceAll(',', ''))],
      [record.epoch, record.epoch * Math.floor(trainImages / batchSize)],
    );
    assert.equal(accuracy, `${(100 * record.accuracy).toFixed(2)} %`);
    const before = info.history[place - 1];
    const change = before === undefined ? undefined : 100 * (record.accuracy - before.accuracy);
    assert.ok(change === undefined ? points === '' : Math.abs(Number(points.replace('−', '-')) - change) < 0.00501);
    const wanted = [record.meanTestLoss, record.meanTrainLoss, record.testLoss, record.loss];
    for (const [column, value] of wanted.entries()) assert.equal(losses[column], value.toFixed(6));
    assert.equal(losses[4], record.seconds.toFixed(2));
  }
}

function checkMatrix(document: Element, counts: readonly (readonly number[])[]): void {
  const [, ...rows] = rowsOf(byId(document, 'matrix'));
  assert.equal(rows.length, 10);
  for (const [label, [, ...cells]] of rows.entries()) {
    assert.deepEqual(cells.slice(0, 10).map(Number), counts[label]);
    const answered = counts.reduce((sum, row) => sum + row[label], 0);
    const there = counts[label].reduce((sum, each) => sum + each, 0);
    assert.deepEqual(cells.slice(10), [percent(counts[label][label], there), percent(counts[label][label], answered)]);
  }
}

/** The mistakes: the right ones in the right order, their pictures, and sums that add up to the lead. */
function checkMistakes(document: Element, scores: readonly Float64Array[], {test}: Dataset): void {
  const lead = (index: number): number => {
    const [first, second] = [...scores[index]].sort((one, other) => other - one);
    return first - second;
  };
  const worst = [...scores.keys()]
    .filter(index => scores[index].indexOf(Math.max(...scores[index])) !== test.labels[index])
    .sort((one, other) => lead(other) - lead(one))
    .slice(0, 12);
  const cards = named(byId(document, 'mistakes'), 'figure');
  assert.equal(cards.length, worst.length);
  for (const [place, index] of worst.entries()) {
    const [label, own] = [test.labels[index], scores[index]];
    const answer = own.indexOf(Math.max(...own));
    const text = textOf(cards[place]).replaceAll('−', '-');
    assert.ok(text.includes(`${label} read as ${answer} (test ${index})`), `${text}: not ${index}`);
    const sum = /\) (-?[\d.]+) for (\d) ([+-]) ([\d.]+) for (\d) ([+-]) ([\d.]+) biases = ([\d.]+)\./.exec(text);
    assert.ok(sum !== null, text);
    const [, more, forAnswer, sign, less, forLabel, biasSign, biases, total] = sum;
    assert.deepEqual([Number(forAnswer), Number(forLabel)], [answer, label]);
    const added = Number(more) + Number(`${sign}${less}`) + Number(`${biasSign}${biases}`);
    assert.ok(Math.abs(added - Number(total)) < 1e-9, text);
    assert.ok(Math.abs(own[answer] - own[label] - Number(total)) < 0.00501, `${text}: ${own[answer] - own[label]}`);
    const [digit, why] = named(cards[place], 'img').map(pictureOf);
    const pixels = test.images.subarray(index * 784, (index + 1) * 784);
    assert.deepEqual(
      [...Array.from(digit.data)],
      Array.from(pixels, ink => 255 - ink),
    );
    // What is drawn is ink, and nothing else.
    for (let pixel = 0; pixel < 784; pixel++) {
      assert.equal(Number(why.data[4 * pixel + 3]) > 0, pixels[pixel] > 0, `pixel ${pixel} of ${index}`);
    }
  }
}

/** The tiles: orange where a weight has grown since the start that the seed gives, blue where it has shrunk. */
function checkUnits(document: Element, {state, info}: Checkpoint): void {
  assert.ok(info !== undefined);
  const {hidden, seed, activation} = info.settings;
  const start = initialState(hidden, seed, activation).weights.hiddenWeight;
  const [tiles] = classed(byId(document, 'units'), 'tiles').map(each => named(each, 'img'));
  assert.equal(tiles.length, Math.min(128, hidden));
  const drawn = tiles.map((tile, unit) => checkTile(tile, state.weights.hiddenWeight, start, unit));
  assert.ok(drawn.reduce((sum, each) => sum + each, 0) > 50 * tiles.length, drawn.join());
}

/** Checks the colours of a unit's tile; returns how many pixels have one. */
function checkTile(tile: Element, now: Float32Array, start: Float32Array, unit: number): number {
  const {data} = pictureOf(tile);
  let drawn = 0;
  for (let pixel = 0; pixel < 784; pixel++) {
    const [red, , blue, alpha] = [0, 1, 2, 3].map(sample => Number(data[4 * pixel + sample]));
    if (alpha === 0 || red === blue) continue;
    drawn++;
    const change = now[unit * 784 + pixel] - start[unit * 784 + pixel];
    assert.equal(red > blue, change > 0, `unit ${unit}, pixel ${pixel}`);
  }
  return drawn;
}

/** The moments: those of the file after the first step and the network as it is, with their figures and their tiles. */
function checkMoments(document: Element, {state, info}: Checkpoint, moments: readonly KeptMoment[]): void {
  assert.ok(info !== undefined);
  const {hidden, seed, activation} = info.settings;
  const start = initialState(hidden, seed, activation).weights.hiddenWeight;
  const kept = moments.filter(({step}) => step > 0);
  const isLast = kept.at(-1)?.step === state.step;
  const all = isLast ? kept : [...kept, {step: state.step, epoch: 0, endsEpoch: false, weights: state.weights}];
  assert.ok(all.length >= 2, `${all.length} moments`);
  const table = byId(document, 'moments');
  const [head, ...rows] = rowsOf(table);
  for (const [place, moment] of all.entries()) {
    const {step, epoch, endsEpoch, accuracy} = {accuracy: undefined, ...moment};
    const facts = [
      `step ${step.toLocaleString('en-US')}`,
      ...(endsEpoch ? [`epoch ${epoch}`] : []),
      ...(accuracy === undefined ? [] : [`${(100 * accuracy).toFixed(1)} %`]),
    ];
    assert.equal(head[place + 1], facts.join(' '));
  }
  assert.equal(head.length, all.length + 1);
  assert.equal(rows.length, Math.min(8, hidden));
  let drawn = 0;
  for (const [place, row] of named(table, 'tr').slice(1).entries()) {
    const unit = Number(rows[place][0].replace('unit ', ''));
    const tiles = named(row, 'img');
    assert.equal(tiles.length, all.length);
    for (const [at, tile] of tiles.entries()) drawn += checkTile(tile, all[at].weights.hiddenWeight, start, unit);
  }
  assert.ok(drawn > 50 * rows.length * all.length, `${drawn}`);
}

/** What computed the run is what its file says. */
function checkPath(document: Element, {info}: Checkpoint): void {
  const [first, ...others] = info?.computedOn ?? [];
  assert.ok(first !== undefined && others.length === 0 && first.from === 0);
  const threads = first.threads === undefined ? '' : `, ${first.threads} thread${first.threads === 1 ? '' : 's'}`;
  const place = `${first.engine} on ${first.device}${threads}`;
  const settings = new Map(rowsOf(byId(document, 'settings')).map(([name, value]) => [name, value]));
  assert.equal(settings.get('computed on'), place);
  assert.ok(textOf(named(document, 'header')[0]).includes(place));
}
