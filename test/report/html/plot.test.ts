import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {accuracyPlot, chartFile, lossPlot, plotSvg} from '../../../source/report/html/charts.js';
import type {EpochRecord} from '../../../source/training/protocol.js';
import {classed, type Element, elements, named, parseHtml, textOf} from '../../helpers/html.js';

const record = (epoch: number, meanTestLoss: number, meanTrainLoss: number, accuracy: number): EpochRecord => ({
  ...{epoch, meanTestLoss, meanTrainLoss, accuracy},
  ...{loss: 0.5, testLoss: 0.6, seconds: 1},
});
const history = [record(1, 0.02, 0.04, 0.91), record(2, 0.015, 0.018, 0.95), record(3, 0.01, 0.0101, 0.96)];

const number = (element: Element, name: string): number => Number(element.attributes.get(name));
const labels = (svg: Element, anchor: string): {text: string; x: number; y: number}[] =>
  classed(svg, 'tick')
    .filter(({attributes}) => attributes.get('text-anchor') === anchor)
    .map(tick => ({text: textOf(tick), x: number(tick, 'x'), y: number(tick, 'y') - 4}));

/** What an axis says at a place: on the line through its first and its last label. */
function valueAt(place: number, along: readonly {readonly text: string; readonly at: number}[]): number {
  const [first, last] = [along[0], along[along.length - 1]];
  const [from, to] = [Number.parseFloat(first.text), Number.parseFloat(last.text)];
  return from + ((place - first.at) / (last.at - first.at)) * (to - from);
}

/** The points of a curve, read off the axes as a person does. */
function readOff(svg: Element, kind: 'test' | 'train'): {x: number; y: number}[] {
  const x = labels(svg, 'middle').map(({text, x: at}) => ({text, at}));
  const y = labels(svg, 'end').map(({text, y: at}) => ({text, at}));
  return classed(svg, 'mark')
    .filter(mark => mark.attributes.get('class')?.endsWith(` ${kind}`))
    .map(mark =>
      mark.name === 'circle'
        ? {x: number(mark, 'cx'), y: number(mark, 'cy')}
        : {x: number(mark, 'x') + 3.5, y: number(mark, 'y') + 3.5},
    )
    .map(point => ({x: valueAt(point.x, x), y: valueAt(point.y, y)}));
}

function assertPoints(
  found: readonly {x: number; y: number}[],
  wanted: readonly [number, number][],
  unit: number,
): void {
  assert.equal(found.length, wanted.length);
  for (const [place, [x, y]] of wanted.entries()) {
    assert.ok(Math.abs(found[place].x - x) < 0.01 * 3, `x ${found[place].x}, not ${x}`);
    assert.ok(Math.abs(found[place].y - y) < unit, `y ${found[place].y}, not ${y}`);
  }
}

describe('the charts of a report', () => {
  const losses = parseHtml(plotSvg(lossPlot(history, 468)).text);

  it('have test at the end of each epoch and train in its middle, where the axes say so', () => {
    assertPoints(
      readOff(losses, 'test'),
      [
        [1, 0.02],
        [2, 0.015],
        [3, 0.01],
      ],
      0.0001,
    );
    assertPoints(
      readOff(losses, 'train'),
      [
        [0.5, 0.04],
        [1.5, 0.018],
        [2.5, 0.0101],
      ],
      0.0001,
    );
  });

  it('have the accuracy on an axis that says where it begins', () => {
    const svg = parseHtml(plotSvg(accuracyPlot(history, 468)).text);
    assertPoints(
      readOff(svg, 'test'),
      [
        [1, 91],
        [2, 95],
        [3, 96],
      ],
      0.05,
    );
    assert.deepEqual(classed(svg, 'name').map(textOf), ['right answers, from 90 %', 'epochs of 468 steps each']);
    assert.equal(labels(svg, 'end')[0].text, '90 %');
  });

  it('tell the curves apart by line, mark and words, not by colour alone', () => {
    assert.deepEqual(classed(losses, 'end').map(textOf).sort(), ['test 0.0100', 'train 0.0101']);
    const marks = classed(losses, 'mark').map(({name}) => name);
    assert.deepEqual([...new Set(marks)].sort(), ['circle', 'rect']);
    assert.match(chartFile(history, 468, ''), /\.curve\.train \{[^}]*stroke-dasharray/);
  });

  it('keep the words at the curves’ ends apart and within the picture', () => {
    for (const last of [record(4, 0.01, 0.01, 1), record(4, 0, 0, 0), record(4, 0.04, 0.04, 0.5)]) {
      const svg = parseHtml(plotSvg(lossPlot([...history, last], 1)).text);
      const [first, second] = classed(svg, 'end').map(end => number(end, 'y'));
      assert.ok(Math.abs(first - second) >= 15, `${first} and ${second}`);
      assert.ok(Math.min(first, second) > 10 && Math.max(first, second) < 250);
    }
  });

  it('bear one epoch, a hundred, and losses of any size', () => {
    const many = Array.from({length: 100}, (_, index) => record(index + 1, 1e9 / (index + 1), 0, 0.1));
    for (const some of [history.slice(0, 1), many, [record(1, 0, 0, 1)], [record(1, 1e-12, 1e-12, 0)]]) {
      for (const plot of [lossPlot(some, 3), accuracyPlot(some, 3)]) {
        const svg = plotSvg(plot).text;
        assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
        assert.ok(named(parseHtml(svg), 'path').length > 3);
      }
    }
  });

  it('are a file of their own, too', () => {
    const svg = parseHtml(chartFile(history, 468, 'A <run> & more'));
    assert.deepEqual(named(svg, 'title').map(textOf), ['A <run> & more']);
    assertPoints(
      readOff(svg, 'test'),
      [
        [1, 0.02],
        [2, 0.015],
        [3, 0.01],
      ],
      0.0001,
    );
    assert.equal(elements(svg, ({name}) => /script|image|use|a$/i.test(name)).length, 0);
    assert.match(chartFile(history, 468, ''), /prefers-color-scheme: dark/);
  });
});
