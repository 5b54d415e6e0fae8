import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import type {State} from '../../../source/state/state.js';
import {actionOf} from '../../../source/ui/keys.js';
import {layout} from '../../../source/ui/layout.js';
import {mapPanel} from '../../../source/ui/panels/map-panel.js';
import {views} from '../../../source/ui/views.js';
import {frameStates} from '../../helpers/frame-states.js';
import {type Kind, themeOf} from '../../helpers/frames.js';
import {firstWrong, oracleScores, testLabels} from '../../helpers/oracle-answers.js';
import {acted} from '../../helpers/state.js';
import {eventsOf} from '../../helpers/terminal-input.js';

const size = {columns: 50, lines: 21};
const drawn = (state: State, kind: Kind = 'ASCII', at = size): string[] =>
  mapPanel.draw(state, at, themeOf(kind)).map(line => stripVTControlCharacters(line));

/** The state after some keys. */
const pressed = (state: State, bytes: string): State =>
  eventsOf(bytes).reduce((before, event) => {
    const action = actionOf(before, event);
    return action === undefined ? before : acted(before, action);
  }, state);

const [left, right, enter] = ['\u001B[D', '\u001B[C', '\r'];
const {training, onMap} = frameStates;
const wheel = acted(training, {type: 'view', view: 'map'});

/** Where PyTorch's scores put a digit on a wheel of 16 columns and 8 lines around the middle of 50 × 19 characters. */
function expectedCell(index: number): [column: number, line: number] {
  const powers = oracleScores(index).map(score => Math.exp(6 * score));
  const sum = powers.reduce((all, power) => all + power);
  const order = [0, 6, 5, 3, 8, 1, 2, 7, 9, 4];
  const along = (of: (angle: number) => number): number =>
    order.reduce((all, answer, place) => all + ((powers[answer] ?? 0) / sum) * of((place * Math.PI) / 5), 0);
  return [Math.round(24.5 + 16 * along(Math.sin)), Math.round(9 - 8 * along(Math.cos))];
}

describe('the map panel', () => {
  it('has a figure where PyTorch has a digit, and a mark where PyTorch is wrong', () => {
    const lines = drawn(acted(wheel, {type: 'move-to', index: 9999})).slice(1, -1);
    const cells = new Map<string, number[]>();
    for (let index = 0; index < 2000; index++) {
      const place = expectedCell(index).join();
      cells.set(place, [...(cells.get(place) ?? []), index]);
    }
    const isWrong = (index: number): boolean => {
      const scores = oracleScores(index);
      return scores.indexOf(Math.max(...scores)) !== testLabels[index];
    };
    const wrongCells = new Set<string>();
    for (const [place, indices] of cells) {
      const [column = 0, line = 0] = place.split(',').map(Number);
      const sign = lines[line]?.[column];
      const wrong = indices.filter(isWrong);
      if (wrong.length > 0) wrongCells.add(place);
      if (wrong.length > 0) assert.equal(sign, 'x', place);
      else assert.ok(indices.map(index => String(testLabels[index])).includes(sign ?? ' '), `${place}: ${sign}`);
    }
    assert.ok(wrongCells.size > 50);
  });

  it('has the answers on its circle, those of a dataset with names by their names, where there is room', () => {
    const test = wheel.session.data.test;
    assert.ok(test !== undefined);
    const classNames = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const data = {...wheel.session.data, test: {...test, classNames}};
    const text = drawn({...wheel, session: {...wheel.session, data}}, 'ASCII', {columns: 90, lines: 30}).join('\n');
    for (const name of classNames) assert.match(text, new RegExp(`\\b${name}\\b`));
    assert.match(text, /of 10,000 test images/);
  });

  it('says of how many digits it is, how many are mistakes, and how those are marked', () => {
    const mistakes = Array.from({length: 2000}, (_, index) => {
      const scores = oracleScores(index);
      return scores.indexOf(Math.max(...scores)) !== testLabels[index];
    }).filter(Boolean).length;
    const legend = (kind: Kind): string | undefined => drawn(wheel, kind, {columns: 90, lines: 30}).at(-1);
    const said = `the first 2,000 of 10,000 test digits; ${mistakes} mistakes in it`;
    assert.equal(legend('ASCII'), `${said}, as x; corner = answer`);
    assert.equal(legend('ASCII, colours'), `${said}, in red; corner = answer`);
  });

  it('has its cursor walk, shows what it is on, chooses that, and gives the arrows back', () => {
    const held = pressed(wheel, enter);
    assert.equal(drawn(held).at(-1), 'test 0: label 7, answer 7');
    const there = pressed(held, `${right}${right}${right}`);
    const index = there.map.cursor ?? 0;
    assert.equal(there.choice.index, 0);
    const [from = 0, to = 0] = [expectedCell(0)[0], expectedCell(index)[0]];
    assert.ok(to > from, `from column ${from} to ${to}`);
    const [column, line] = expectedCell(index);
    assert.equal(drawn(there)[line + 1]?.slice(column - 1, column + 2), `>${testLabels[index]}<`);
    const chosen = pressed(there, enter);
    assert.equal(chosen.choice.index, index);
    const free = pressed(chosen, `\u001B[27u${left}`);
    assert.deepEqual([free.screen.holds, free.choice.index], [false, index - 1]);
  });

  it('has a click choose the digit that it points at, or that whose mark it hits; with the arrows it moves the cursor', () => {
    const [column, line] = expectedCell(firstWrong);
    const click = (state: State, by = 0): unknown =>
      mapPanel.click?.(state, {column: column + by, line: line + 1}, {columns: 50, lines: 21});
    const cell = Array.from({length: 2000}, (_, index) => index).filter(
      index => expectedCell(index).join() === `${column},${line}`,
    );
    assert.ok(cell.includes(firstWrong));
    assert.deepEqual(click(wheel), {type: 'move-to', index: firstWrong});
    assert.deepEqual(click(acted(wheel, {type: 'hold'})), {type: 'point', index: firstWrong});
    assert.equal(mapPanel.click?.(wheel, {column: 1, line: 1}, {columns: 50, lines: 21}), undefined);
  });

  it('shows a small picture of the digit under the cursor, where the circle leaves room', () => {
    const [, ...lines] = drawn(onMap);
    assert.match(
      lines
        .slice(0, 4)
        .map(line => line.slice(0, 8))
        .join('\n'),
      /[#/\\_]/,
    );
    assert.equal(drawn(onMap).at(-1)?.startsWith(`test ${firstWrong}: label ${testLabels[firstWrong]}`), true);
    const narrow = drawn(onMap, 'ASCII', {columns: 24, lines: 9});
    assert.equal(narrow[1], '            0');
  });

  it('has another map on o, which says the share of its two directions, and only while it has the arrows', () => {
    const held = pressed(wheel, `${enter}o`);
    assert.match(drawn(held)[0] ?? '', /^- Map two directions, \d\d % of the variance -/);
    assert.match(drawn(pressed(held, 'o'))[0] ?? '', /^- Map each digit hangs/);
    assert.equal(pressed(wheel, 'o').map.kind, 'wheel');
  });

  it('says so while the digits are being looked through', () => {
    const none = drawn(acted(frameStates.ready, {type: 'view', view: 'map'}));
    assert.equal(none.at(-1), 'the digits are being looked through');
  });

  it('has no digits where weights have run away', () => {
    const {map: survey} = wheel.surveys;
    assert.ok(survey !== undefined);
    const nowhere = {...survey, weights: {...survey.weights}, scores: survey.scores.map(() => Number.NaN)};
    const away = acted(wheel, {type: 'move-to', index: 9999}, {type: 'surveyed', survey: nowhere});
    const network = {weights: nowhere.weights, step: 9999};
    const list = away.runs.list.map(run => ({...run, network: {...run.network, ...network}}) as typeof run);
    const lines = drawn({...away, runs: {...away.runs, list}});
    assert.equal(lines.slice(1, -1).join('').replaceAll(' ', ''), '0469573281');
  });
});

describe('the view of the map', () => {
  const placesOf = (columns: number, rows: number): string[] =>
    (layout(columns, rows, views.map.panels)?.places ?? []).map(
      ({panel, column, size: own}) => `${panel.name}: ${column} ${own.columns} × ${own.lines}`,
    );

  it('has the digit and words or its scores on the left, and the map on the right', () => {
    assert.deepEqual(placesOf(80, 24), ['digit: left 28 × 15', 'training: left 28 × 6', 'map: right 50 × 21']);
    assert.deepEqual(placesOf(100, 30), [
      ...['digit: left 34 × 15', 'prediction: left 34 × 11'],
      ...['training: right 64 × 2', 'map: right 64 × 25'],
    ]);
    assert.deepEqual(placesOf(200, 50).slice(-1), ['map: right 142 × 47']);
  });

  it('has the map on every terminal', () => {
    for (let columns = 40; columns <= 220; columns += 3) {
      for (let rows = 12; rows <= 70; rows++) {
        const map = layout(columns, rows, views.map.panels)?.places.find(({panel}) => panel.name === 'map');
        assert.ok(map !== undefined && map.size.columns >= 24 && map.size.lines >= 9, `${columns} × ${rows}`);
      }
    }
  });
});
