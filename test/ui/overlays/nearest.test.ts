import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Neighbour} from '../../../source/network/nearest.js';
import {surveyAtOnce} from '../../../source/network/survey.js';
import {hiddenNeighbours, majorityOf, seek} from '../../../source/state/nearest.js';
import type {State} from '../../../source/state/state.js';
import {wantedSurveys} from '../../../source/state/surveys.js';
import {nearestLines, nearestOverlay} from '../../../source/ui/overlays/nearest.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frames.js';
import {mnist} from '../../helpers/mnist.js';
import {firstWrong, testLabels} from '../../helpers/oracle-answers.js';
import {acted} from '../../helpers/state.js';

const {labels} = mnist().train;
const looking = acted(frameStates.wrong, {type: 'toggle-overlay', overlay: 'nearest'});

/** The state in which these train digits have been found by their pixels. */
function found(state: State, indices: readonly number[]): State {
  const sought = seek(state);
  assert.ok(sought !== undefined);
  const neighbours: readonly Neighbour[] = indices.map((index, squared) => ({index, squared}));
  return acted(state, {type: 'found-nearest', found: {...sought, neighbours}});
}

/** The first train digits with a label. */
const labelled = (label: number, count: number): number[] =>
  [...labels.keys()].filter(index => labels[index] === label).slice(0, count);
const draw = (state: State, columns = 80, lines = 21): readonly string[] =>
  nearestOverlay.draw(state, {columns, lines}, themeOf('Unicode'));

describe('the nearest digits over the panels', () => {
  it('say when pixels and network disagree, and when they agree', () => {
    const threes = draw(found(looking, [...labelled(3, 3), ...labelled(5, 2)])).join(' ');
    const inside = /By pixels 3 of 5 say 3; inside the network (\d) of 5 say (\d)\./.exec(threes);
    assert.ok(inside !== null, threes);
    const [, count = '', label = ''] = inside;
    const same = draw(found(looking, labelled(Number(label), 5))).join(' ');
    assert.ok(same.includes(`By pixels 5 of 5 say ${label}; inside the network, too: ${count} of 5.`), same);
    assert.ok(same.includes(`test ${firstWrong}: label ${testLabels[firstWrong]}, answer `), same);
  });

  it('have their labels and indices, in every size', () => {
    const state = found(looking, labelled(3, 5));
    const lines = draw(state);
    for (const index of labelled(3, 5)) assert.ok(lines.some(line => line.includes(`3 #${index}`)));
    for (const [columns, room] of [
      [40, 8],
      [60, 12],
      [80, 21],
      [100, 27],
      [200, 47],
    ] as const) {
      const drawn = draw(state, columns, room);
      assert.ok(
        drawn.every(line => line.length <= columns) && drawn.length <= room,
        `${columns} × ${room}: ${drawn.length}`,
      );
    }
  });

  it('are still looked for of another digit', () => {
    const state = acted(found(looking, labelled(3, 5)), {type: 'move', by: 1});
    assert.ok(draw(state).includes('the digits are being looked through'));
  });

  it('are inside the network those of the moment that is looked at', () => {
    assert.ok(hiddenNeighbours(looking) !== undefined);
    const back = acted(found(looking, labelled(3, 5)), ...new Array<{type: 'earlier'}>(6).fill({type: 'earlier'}));
    assert.equal(hiddenNeighbours(back), undefined);
    const wanted = wantedSurveys(back).find(({kind}) => kind === 'units');
    assert.ok(wanted !== undefined);
    const survey = {...wanted, ...surveyAtOnce(wanted.weights, wanted.images, 'hidden')};
    const then = hiddenNeighbours(acted(back, {type: 'surveyed', survey}));
    assert.equal(then?.neighbours.length, 5);
    const first = hiddenNeighbours(looking)?.neighbours;
    assert.ok(then?.of === 2000 && then.neighbours.some(({index}, at) => index !== first?.[at]?.index));
  });

  it('are told to a screen reader in two lines', () => {
    const [chosen = '', sentence = ''] = nearestLines(frameStates.wrong);
    assert.match(chosen, /^test \d+: label \d, answer \d$/);
    assert.match(sentence, /^By pixels \d of 5 say \d; inside the network/);
  });
});

describe('what most of some digits are', () => {
  it('is the most frequent label, of equals the nearest', () => {
    assert.deepEqual(majorityOf([4, 9, 9, 4, 9]), {label: 9, count: 3});
    assert.deepEqual(majorityOf([4, 9, 9, 4, 1]), {label: 4, count: 2});
    assert.equal(majorityOf([]), undefined);
  });
});
