import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Layout, layout} from '../../source/ui/layout.js';
import type {Panel, PanelName, Room} from '../../source/ui/panel.js';

/** Each panel as `name: column, columns before and lines above it, columns × lines`. */
const described = (laidOut: Layout | undefined): string[] | undefined =>
  laidOut?.places.map(
    ({panel, column, left, top, size}) => `${panel.name}: ${column} ${left}, ${top}, ${size.columns} × ${size.lines}`,
  );

describe('a layout of any panels', () => {
  const panel = (name: string, column: Panel['column'], rank: number, ...rooms: readonly Room[]): Panel => ({
    // A layout knows no panel by its name.
    ...{name: name as PanelName, column, rank, rooms},
    draw: () => [],
  });

  it('is empty without panels, and has all columns for panels on the right alone', () => {
    assert.deepEqual(layout(80, 24, [])?.places, []);
    assert.deepEqual(described(layout(80, 24, [panel('map', 'right', 1, {least: 3, most: 99})])), [
      'map: right 0, 0, 80 × 21',
    ]);
  });

  it('gives room by rank and places by the order of the list', () => {
    const panels = [panel('low', 'right', 2, {least: 4, most: 99}), panel('high', 'right', 1, {least: 9, most: 10})];
    assert.deepEqual(described(layout(80, 24, panels)), ['low: right 0, 0, 80 × 11', 'high: right 0, 11, 80 × 10']);
    // Of 9 lines the first has all.
    assert.deepEqual(described(layout(80, 12, panels)), ['high: right 0, 0, 80 × 9']);
  });

  it('takes a room only where it leaves the lines that it has to leave', () => {
    const panels = [
      panel('first', 'right', 1, {least: 9, most: 9, leaves: 3}, {least: 2, most: 2}),
      panel('second', 'right', 2, {least: 3, most: 3}),
    ];
    assert.deepEqual(described(layout(80, 14, panels)), ['first: right 0, 0, 80 × 2', 'second: right 0, 2, 80 × 3']);
    assert.deepEqual(described(layout(80, 15, panels)), ['first: right 0, 0, 80 × 9', 'second: right 0, 9, 80 × 3']);
  });

  it('has a left panel that finds no room there at the top of the right', () => {
    const panels = [
      panel('narrow', 'left', 1, {width: 20, least: 8, most: 8}),
      panel('list', 'right', 2, {least: 1, most: 99}),
      panel('wide', 'left', 3, {columns: 21, least: 2, most: 2}),
    ];
    assert.deepEqual(described(layout(80, 24, [...panels.slice(0, 1), ...panels.slice(2)])), [
      'narrow: left 0, 0, 20 × 8',
      'wide: right 22, 0, 58 × 2',
    ]);
    // The list stands before it in rank and has left nothing.
    assert.deepEqual(described(layout(80, 24, panels)), ['narrow: left 0, 0, 20 × 8', 'list: right 22, 0, 58 × 21']);
  });

  it('has a third column where the right one keeps its least width, else its panels at the foot of the right', () => {
    const panels = [
      panel('list', 'right', 1, {least: 1, most: 4}),
      panel('aside', 'far', 2, {column: 'far', width: 30, least: 3, most: 3}, {least: 2, most: 2}),
    ];
    assert.deepEqual(described(layout(96, 24, panels)), ['list: right 0, 0, 64 × 4', 'aside: far 66, 0, 30 × 3']);
    assert.deepEqual(described(layout(95, 24, panels)), ['list: right 0, 0, 95 × 4', 'aside: right 0, 4, 95 × 2']);
  });
});
