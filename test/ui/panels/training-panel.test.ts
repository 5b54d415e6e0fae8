import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Action} from '../../../source/state/actions.js';
import {afterEvent} from '../../../source/state/after-event.js';
import {openRun} from '../../../source/state/runs.js';
import type {State} from '../../../source/state/state.js';
import type {Theme} from '../../../source/text/theme.js';
import {trainingPanel} from '../../../source/ui/panels/training-panel.js';
import {
  acted,
  ended,
  epochDone,
  found,
  idle,
  moment,
  network,
  opened,
  progress,
  runOptions,
  started,
  status,
  told,
  training,
} from '../../helpers/state.js';

const plain: Theme = {unicode: true, greys: 0, background: 'dark', paint: (_, text) => text};
const lines = (state: State, columns = 28): readonly string[] =>
  trainingPanel.draw(state, {columns, lines: 6}, plain).map(line => line.trimEnd());
const shows = (state: State, ...wanted: readonly string[]): void => {
  const drawn = lines(state);
  for (const text of wanted) assert.ok(drawn.join(' ').includes(text), `${text}\n${drawn.join('\n')}`);
  assert.ok(drawn.length <= 6 && drawn.every(line => line.length <= 28), drawn.join('\n'));
};
const trained = told(training, epochDone(1), progress(2, 9), {...network(3), step: 477}, moment([], 1, 477));

describe('the training panel', () => {
  it('says at the end why it ended, how many are wrong, and what can be done next', () => {
    shows(
      told(trained, ...ended('early-stop', 7)),
      'early stop, epoch 7',
      '5 of 100 wrong',
      'n shows the first mistake',
    );
    shows(told(trained, ...ended('epochs', 20)), 'epoch 20 of 20 is done', 'n shows the first mistake');
    shows(told(trained, ...ended('stopped', 1)), 'stopped in epoch 2 of 20', 't goes on');
    shows(
      told(trained, ...ended('diverged', 1)),
      'the loss ran away at rate 0.001: back at step 468',
      '- lowers the learning rate, t goes on',
    );
    const [, end] = ended('epochs', 20);
    shows(told(trained, status, {...end, learned: false}), 'no better than guessing');
    const lost = afterEvent(trained, {type: 'not-finite', run: 1, step: 478});
    shows(told(lost, status, {...end, learned: false}), 'no better than guessing: v says what to do');
    shows(told(lost, ...ended('diverged', 1)), 'v: what to do, t goes on');
    const perfect = told(trained, {...moment([], 1, 477), found: found(1)}, ...ended('epochs', 20));
    shows(perfect, 't trains one more epoch');
  });

  it('says that the loss ran away in the first epoch, and starts with the learning rate that is chosen then', () => {
    const away = told(training, moment([], 1, 0), {...network(3), step: 0}, ...ended('diverged', 0));
    shows(away, 'the loss ran away at rate 0.001: back at step 0', '- lowers the rate');
    shows(acted(away, {type: 'rate', by: -1}), 't goes on at rate 0.0005');
    const afresh = acted(away, {type: 'rate', by: -1}, {type: 'reset', to: 'same'});
    assert.equal(openRun(afresh.runs).number, 2);
    shows(told(afresh, {...opened, run: 2}), 't lets it learn, rate 0.0005');
    const given = {...idle, session: {...idle.session, given: ['learningRate']}};
    shows(given, 't lets it learn, rate 0.001');
  });

  it('names the learning rate that was changed after the end', () => {
    const faster: Action = {type: 'rate', by: 1};
    shows(acted(told(trained, ...ended('stopped', 1)), faster), 't goes on at rate 0.002');
    shows(acted(told(trained, ...ended('epochs', 20)), faster), 't trains one more epoch at rate 0.002');
  });

  it('says what to do where the images fill no batch', () => {
    const {train} = idle.session.data;
    const few = {...idle.session.data, ...(train && {train: {...train, count: 50}})};
    const state = {...idle, session: {...idle.session, data: few}};
    shows(state, '50 images, no batch of 128: --batch-size 50');
    assert.ok(!lines(state).join('\n').includes('lets it learn'));
    const {session} = idle;
    const drawn = {...idle, session: {...session, options: {...session.options, trainImages: 30}}};
    shows(drawn, '30 images, no batch of 128: --batch-size 30');
  });

  it('says that the accuracy is being counted of a moment, and without some units', () => {
    const unknown = told(trained, {...moment([], 1, 10), found: undefined});
    const back = acted(unknown, {type: 'look-at', step: 10});
    shows(back, 'Accuracy being counted', 'step 10, back: ] to live');
    shows(acted(trained, {type: 'switch-unit', unit: 0}), 'Accuracy being counted');
  });

  it('says of which step the accuracy is where it has but two lines', () => {
    const on = told(trained, {...network(3), step: 500}, progress(2, 32));
    const [title = ''] = trainingPanel.draw(on, {columns: 28, lines: 2}, plain);
    assert.match(title, /95\.0 % at step 477 /);
    assert.match(trainingPanel.draw(trained, {columns: 28, lines: 2}, plain)[0] ?? '', /95\.0 % ─/);
  });

  it('says that it counts test digits while train digits are shown', () => {
    const train = acted(trained, {type: 'switch-split'});
    shows(train, '5 of 100 test wrong');
    shows(told(train, {...network(3), step: 480}), '5 test wrong at step 477');
    assert.doesNotMatch(lines(trained).join(' '), /test wrong/);
  });

  it('says where the run is saved, or that it is not', () => {
    const [, end] = ended('epochs', 20);
    shows(told(trained, status, {...end, model: '/runs/mnist.npz'}), 'saved in /runs/mnist.npz');
    const unsaved = {...trained, session: {...trained.session, place: undefined}};
    shows(told(unsaved, status, end), 'keeps no weights');
  });

  it('says nothing any more of an end when the run goes on', () => {
    const early = told(trained, ...ended('early-stop', 7));
    const [begins, start] = started(2);
    const more = {...start, firstEpoch: 8, lastEpoch: 8, epochs: 1, earlyStop: false};
    const on = told(acted(early, {type: 'step'}), {...begins, phase: 'paused'}, more, progress(8, 1));
    shows(on, 'step 3,277, paused, watch');
    assert.ok(lines(on).some(line => line.startsWith('Epoch 8 of 8, 0 %')));
    assert.ok(!lines(on).some(line => /stop/.test(line)), lines(on).join('\n'));
  });

  it('names the pace while it is paused', () => {
    const [begins] = started();
    const paused = {...begins, phase: 'paused'} as const;
    const state = told(acted(training, {type: 'pause'}), paused);
    shows(state, 'step 234, paused, pace watch');
    shows(acted(state, {type: 'pace', to: 'slower'}), 'step 234, paused, 100/s');
    assert.ok(lines(acted(state, {type: 'pace', to: 'slower'}), 60).includes('step 234, paused, 100 steps/s'));
    const faster = {...paused, settings: {...paused.settings, learningRate: 2 * runOptions.learningRate}};
    shows(told(state, faster), 'step 234, paused, rate 0.002');
  });

  it('names the step of a saved run that goes on in its first epoch', () => {
    const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1};
    const resumed = {file: 'a.npz', dataset: 'MNIST', epochs: 0, stepInEpoch: 0, settings, history: []};
    shows(told(idle, {...opened, trained: true, resumed}, {...network(3), step: 1234}), 'on from step 1,234');
  });

  it('says of a saved run that it is finished, and what t does then', () => {
    const settings = {...runOptions, hidden: 128, activation: 'relu' as const, seed: 1};
    const resumed = {file: 'a.npz', dataset: 'MNIST', epochs: 20, stepInEpoch: 0, settings, history: [epochDone(20)]};
    const done = told(idle, {...opened, trained: true, resumed});
    assert.ok(lines(done, 60).includes('it is finished; t trains one more epoch'), lines(done, 60).join('\n'));
    shows(done, 'finished; t: one more epoch');
  });

  it('says briefly what there is before training', () => {
    const settings = {...runOptions, hidden: 1024, activation: 'relu' as const, seed: 1};
    const saved = {file: 'a.npz', dataset: 'MNIST', epochs: 100, stepInEpoch: 0, settings, history: [epochDone(100)]};
    const before = told(idle, {...status, settings}, {type: 'opened', run: 1, trained: false, saved});
    assert.ok(lines(before, 24).includes('1,024 units, all random'), lines(before, 24).join('\n'));
    assert.ok(lines(before, 24).includes('saved: 100 epochs;'), lines(before, 24).join('\n'));
  });

  it('counts one step and one hidden unit as one', () => {
    const slow = {...training, session: {...training.session, pace: 1 as const}};
    shows(slow, 'step 234, 1 step/s');
    const [run] = idle.runs.list;
    const single = {...idle, runs: {...idle.runs, list: run === undefined ? [] : [{...run, hidden: 1}]}};
    shows(single, '1 unit, random weights');
    assert.match(lines(single, 80).join(' '), /a network of 1 hidden unit, its/);
  });
});
