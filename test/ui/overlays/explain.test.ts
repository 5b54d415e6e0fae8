import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ViewName} from '../../../source/state/screen.js';
import type {State} from '../../../source/state/state.js';
import {explained, explainValues} from '../../../source/ui/explain-values.js';
import {bindingOf} from '../../../source/ui/keymap.js';
import {
  explainLines,
  explainOverlay,
  overlayKeys,
  panelParagraphs,
  shownPanels,
} from '../../../source/ui/overlays/explain.js';
import {views} from '../../../source/ui/views.js';
import {panels} from '../../../source/words/explain.js';
import {overlayTexts} from '../../../source/words/explain-overlays.js';
import {glossary, terms} from '../../../source/words/glossary.js';
import {frameStates} from '../../helpers/frame-states.js';
import {themeOf} from '../../helpers/frames.js';
import {oracleScores} from '../../helpers/oracle-answers.js';
import {acted} from '../../helpers/state.js';

const {training, start} = frameStates;
const at = (state: State, columns: number, rows: number): State => acted(state, {type: 'resize', columns, rows});
const draw = (state: State, columns = 80): string[] => [
  ...explainOverlay.draw(state, {columns, lines: 20}, themeOf('ASCII')),
];
const viewNames = Object.keys(views) as ViewName[];
/** The same text on one line. */
const flat = (lines: readonly string[]): string => lines.join(' ').replaceAll(/\s+/g, ' ');

describe('what is explained', () => {
  it('is every panel that is on the screen, and no other', () => {
    for (const view of viewNames) {
      for (const [columns, rows] of [
        [40, 12],
        [80, 24],
        [200, 50],
      ] as const) {
        const state = at(acted(training, {type: 'view', view}), columns, rows);
        const lines = draw(state, columns);
        const titles = Object.entries(panels).filter(([, {title}]) => lines.includes(title));
        const shown = shownPanels(state);
        assert.ok(shown.length > 0);
        assert.deepEqual(
          new Set(titles.map(([, {title}]) => title)),
          new Set(shown.map(name => panels[name].title)),
          `${view} at ${columns} x ${rows}`,
        );
      }
    }
  });

  it('has a text for no panel that no view shows', () => {
    const used = new Set(Object.values(views).flatMap(view => view.panels.map(({name}) => name)));
    assert.deepEqual([...used].sort(), Object.keys(panels).sort());
  });

  it('leaves no name of a number open, and is in plain characters within its width', () => {
    for (const state of Object.values(frameStates)) {
      for (const view of viewNames) {
        for (const columns of [40, 80]) {
          for (const line of draw(at(acted(state, {type: 'view', view}), columns, 24), columns)) {
            assert.match(line, new RegExp(`^[ -~]{0,${columns}}$`));
            assert.doesNotMatch(line, /[{}]|undefined|NaN/);
          }
        }
      }
    }
  });

  it('knows every number once there is a network, and says less before', () => {
    const unknown = Object.entries(explainValues(training)).filter(([, value]) => value === undefined);
    assert.deepEqual(unknown, []);
    assert.equal(explained(start, 'of {tests} digits', explainValues(start)), undefined);
    assert.ok(flat(draw(at(start, 80, 24))).includes('Often thought: scores are percents.') === false);
    assert.ok(flat(draw(at(start, 80, 24))).includes('the largest score means that it is sure'));
  });

  it('names the numbers of the network and the digit, as PyTorch has them', () => {
    const text = flat(panelParagraphs(training, 'prediction'));
    const [first = 0, second = 0] = oracleScores(0).toSorted((one, other) => other - one);
    const [, answer, score, lead] =
      /Here (\d) is largest with (\S+), and leads the next by (\d\.\d\d)\./.exec(text) ?? [];
    assert.equal(answer, '7');
    assert.ok(Math.abs(Number(score) - first) < 0.0051 && Math.abs(Number(lead) - (first - second)) < 0.0051, text);
    const sum = oracleScores(0).reduce((all, each) => all + each, 0);
    assert.ok(
      Math.abs(Number(/add up to (\d\.\d\d)\.$/m.exec(panelParagraphs(training, 'prediction')[1] ?? '')?.[1]) - sum) <
        0.0051,
    );
    assert.match(
      flat(panelParagraphs(training, 'training')),
      /101,770 weights and biases a little; 468 steps are an epoch/,
    );
  });

  it('does not give a hidden answer away', () => {
    const hidden = acted(training, {type: 'predict'});
    assert.match(flat(draw(training)), /Here 7 is largest/);
    assert.doesNotMatch(flat(draw(hidden)), /Here \d is largest/);
  });

  it('holds for the loss and the activation that are trained with', () => {
    const {session, runs} = training;
    const other: State = {
      ...training,
      session: {
        ...session,
        status: {...session.status, settings: {...session.options, ...session.status.settings, loss: 'cross-entropy'}},
      },
      runs: {...runs, list: runs.list.map(run => ({...run, activation: 'tanh'}))},
    };
    assert.match(
      flat(panelParagraphs(training, 'chart')),
      /guessing, 0\.090, is the loss of giving each digit the score 0\.1/,
    );
    assert.match(flat(panelParagraphs(other, 'chart')), /guessing, 2\.303, is the loss of ten equal scores/);
    assert.match(flat(panelParagraphs(other, 'lights')), /With tanh/);
    assert.doesNotMatch(flat(panelParagraphs(other, 'lights')), /dead/);
  });
});

describe('the words that are explained', () => {
  it('stand from A to Z', () => {
    const words = Object.keys(glossary).map(name => terms[name as keyof typeof terms]);
    assert.deepEqual(words, words.toSorted());
    const lines = flat(draw(training));
    for (const word of words) assert.ok(lines.includes(`${word}: `), word);
  });

  it('have what each key puts over the panels', () => {
    assert.deepEqual(overlayKeys.map(([, name]) => name).sort(), Object.keys(overlayTexts).sort());
    for (const [key, name] of overlayKeys) {
      const action = bindingOf(key)?.act(training, key);
      assert.ok(
        action?.type === name ||
          action?.type === `open-${name}` ||
          (action?.type === 'toggle-overlay' && action.overlay === name),
        key,
      );
    }
  });

  it('meet what is often thought', () => {
    const everything = JSON.stringify([panels, overlayTexts]);
    for (const thought of [
      ...['scores are percents', 'loss and accuracy add up to 100', 'it sees shapes', 'it searches such examples'],
      ...[
        'it goes on learning while it predicts',
        'more epochs always help',
        'the largest score means that it is sure',
      ],
      ...['a unit stands for one digit', 'every unit is needed', 'what is hard for it is hard for people'],
      ...['at the start it knows nothing', 'that is the reason'],
    ]) {
      assert.equal(everything.split(`Often thought: ${thought}`).length, 2, thought);
    }
  });

  it('are said to a screen reader', () => {
    const lines = explainLines(training);
    assert.ok(lines.some(line => line.startsWith('epoch: Once through')));
    assert.ok(lines.includes('Prediction'));
  });
});
