import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {State} from '../../../source/state/state.js';
import {chartPanel} from '../../../source/ui/panels/chart-panel.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frame-theme.js';
import {acted, epochDone, idle, momentAt, progress, started, status, told} from '../../helpers/state.js';

const {training, back, paused, resumed, ready, linear, logarithmic} = frameStates;

/** The chart's lines on a terminal with Unicode. */
const draw = (state: State, columns = 50, lines = 10): readonly string[] =>
  chartPanel.draw(state, {columns, lines}, themeOf('Unicode'));

/** Whether each column of the plot has the test losses' line. */
const testColumns = (state: State): boolean[] => {
  const plot = draw(state).slice(1, 8);
  return Array.from({length: 43}, (_, column) => plot.some(line => /[═╗╚║╔╝]/.test(line[7 + column] ?? '')));
};

const begun = told(acted(idle, {type: 'train'}), ...started());

describe('the chart', () => {
  it('says which axes it has where they are not the usual ones, and goes through them with a key', () => {
    const titles = [0, 1, 2, 3].map(times => {
      const state = acted(training, ...new Array<{type: 'next-axes'}>(times).fill({type: 'next-axes'}));
      return /^─ (Loss(?:, \w+)?) /.exec(draw(state)[0])?.[1];
    });
    assert.deepEqual(titles, ['Loss', 'Loss, linear', 'Loss, log', 'Loss']);
  });

  it('has the losses of the epochs before a run that goes on, each where it belongs', () => {
    const columns = testColumns(resumed);
    // Epochs 1 to 5 of 468 steps, up to 7: ln(1 + 234) and ln(1 + 1170) of ln(1 + 1638), in 43 columns.
    assert.deepEqual([columns.indexOf(true), columns.lastIndexOf(true)], [31, 40]);
    assert.match(draw(resumed)[0], /train 0\.0068 .*test 0\.0079/);
  });

  it('draws no line through the first epoch where nothing was evaluated in it', () => {
    const state = told(
      begun,
      {type: 'moment', run: 1, ...momentAt(0)},
      {type: 'moment', run: 1, ...momentAt(50), found: undefined},
      progress(1, 468, new Array<number>(468).fill(0.02)),
      epochDone(1),
    );
    const columns = testColumns(state);
    assert.ok(columns[0] && columns[42]);
    assert.ok(!columns.slice(1, 42).includes(true));
    const looking = acted(state, {type: 'earlier'});
    assert.match(draw(looking)[0], /step 50: {2}─ train 0\.0200 {2}═ test ─/);
  });
});

describe('where there is little room', () => {
  const figures = {
    training: ['0.0123', '0.0079'],
    linear: ['0.0123', '0.0079'],
    logarithmic: ['0.0123', '0.0079'],
    resumed: ['0.0068', '0.0079'],
    back: ['100:', '0.0255', '0.0229'],
    paused: ['0.0164', '0.0229'],
    ready: [],
  } as const;
  const states = {training, linear, logarithmic, resumed, back, paused, ready};
  const known = ['─', '═', 'Loss', 'Loss,', 'linear', 'log', 'train', 'test', 'guessing', '0.090', 'step'];

  for (const [name, state] of Object.entries(states)) {
    it(`cuts neither number nor word of its title: ${name}`, () => {
      const words: readonly string[] = [...known, ...figures[name as keyof typeof figures]];
      for (let columns = 17; columns <= 120; columns++) {
        const [title = ''] = draw(state, columns);
        const unknown = title.split(' ').filter(word => !words.includes(word) && !/^─*$/.test(word));
        assert.deepEqual(unknown, [], `${columns}: ${title}`);
        if (columns >= 27)
          assert.ok(
            figures[name as keyof typeof figures].slice(-1).every(text => title.includes(text)),
            title,
          );
      }
    });
  }

  it('says something whole before there is a loss', () => {
    for (const columns of [24, 28, 38]) {
      const [, text = ''] = draw(ready, columns);
      assert.ok(text.length <= columns && /^(draws itself as .* learns|no losses yet)$/.test(text), text);
    }
  });

  it('tells whole learning rates that were changed one after the other, the newest first', () => {
    const rates = [0.002, 0.005, 0.01].map(learningRate => ({
      ...status,
      phase: 'training' as const,
      settings: {...status.settings, learningRate},
    }));
    const state = rates.reduce(
      (before, event, index) => told(before, event, progress(1, 200 + 10 * index)),
      told(begun, progress(1, 190)),
    );
    for (let columns = 24; columns <= 80; columns++) {
      const marks = draw(state, columns)[1]?.slice(8) ?? '';
      const cut = marks.replaceAll(/▾ rate 0\.(002|005|01)(?=[ ─]|$)|rate 0\.(002|005|01) ▾|▾/g, '');
      assert.match(cut, /^[ ─]*$/, `${columns}: ${marks}`);
      assert.match(marks, columns < 30 ? /▾/ : /rate 0\.01/);
    }
  });
});
