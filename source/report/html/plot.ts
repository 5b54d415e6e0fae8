import {type Markup, markup} from './markup.js';

/** A point of a curve, in the numbers of the axes. */
export type Point = {readonly x: number; readonly y: number};

/** A curve. `kind` says how it is drawn: each with another line and another mark, so that no colour is needed. */
export type Curve = {
  readonly kind: 'test' | 'train';
  readonly points: readonly Point[];
  /** What stands at its end. */
  readonly label: string;
};

/** An axis from one number to another, with its labels. */
export type Axis = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly {readonly at: number; readonly text: string}[];
};

/** A chart. */
export type Plot = {
  /** What it shows, in words, for who does not see it. */
  readonly about: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly Curve[];
};

/** The chart's size, and where its axes are, in units of which a letter is 13 high. */
export const plotSize = {width: 440, height: 260};
const area = {left: 54, right: plotSize.width - 108, top: 30, bottom: plotSize.height - 44};
const lineHeight = 15;

/** A chart's inside, to stand within an `svg` of plotSize. */
export function plotParts({x, y, curves}: Plot): Markup {
  const left = (value: number): number => area.left + share(value, x) * (area.right - area.left);
  const top = (value: number): number => area.bottom - share(value, y) * (area.bottom - area.top);
  const lines = y.ticks.map(
    ({at, text}) => markup`
<path class="grid" d="M${area.left} ${short(top(at))}H${area.right}"/>
<text class="tick" x="${area.left - 8}" y="${short(top(at) + 4)}" text-anchor="end">${text}</text>`,
  );
  const ticks = x.ticks.map(
    ({at, text}) => markup`
<path class="axis" d="M${short(left(at))} ${area.bottom}v5"/>
<text class="tick" x="${short(left(at))}" y="${area.bottom + 19}" text-anchor="middle">${text}</text>`,
  );
  return markup`<text class="name" x="6" y="14">${y.name}</text>${lines}
<path class="axis" d="M${area.left} ${area.bottom}H${area.right}"/>${ticks}
<text class="name" x="${area.right}" y="${plotSize.height - 6}" text-anchor="end">${x.name}</text>${curves.map(curve => curveParts(curve, left, top))}${endLabels(curves, left, top)}`;
}

const share = (value: number, {from, to}: Axis): number => (value - from) / (to - from);
const short = (value: number): number => Number(value.toFixed(1));

type Scale = (value: number) => number;

/** The line through a curve's points, and a mark on each unless they would touch. */
function curveParts({kind, points}: Curve, left: Scale, top: Scale): Markup {
  const places = points.map(({x, y}) => ({x: short(left(x)), y: short(top(y))}));
  const line = places.map(({x, y}, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const marks = places.length > 24 ? places.slice(-1) : places;
  return markup`
<path class="curve ${kind}" d="${line}"/>${marks.map(({x, y}) =>
    kind === 'test'
      ? markup`<circle class="mark ${kind}" cx="${x}" cy="${y}" r="3.5"/>`
      : markup`<rect class="mark ${kind}" x="${short(x - 3.5)}" y="${short(y - 3.5)}" width="7" height="7"/>`,
  )}`;
}

/** What stands at the curves' ends, moved apart where two would touch. */
function endLabels(curves: readonly Curve[], left: Scale, top: Scale): Markup[] {
  const ends = curves
    .flatMap(curve => {
      const last = curve.points.at(-1);
      return last === undefined ? [] : [{curve, x: left(last.x), y: top(last.y) + 4}];
    })
    .sort((one, other) => one.y - other.y);
  let free = Number.NEGATIVE_INFINITY;
  const placed = ends.map(({curve, x, y}) => {
    free = Math.max(free, y) + lineHeight;
    return {curve, x, y: free - lineHeight};
  });
  const over = Math.max(0, ...placed.map(({y}) => y - area.bottom - 4));
  return placed.map(
    ({curve: {kind, label}, x, y}) => markup`
<text class="end ${kind}" x="${short(x + 10)}" y="${short(y - over)}">${label}</text>`,
  );
}
