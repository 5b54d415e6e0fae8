import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {takes, typed} from '../../source/config/option-use.js';
import {optionRows} from '../../source/config/options.js';
import {withoutLesson} from '../../source/state/lesson.js';
import type {State} from '../../source/state/state.js';
import {receiptLines} from '../../source/ui/receipt.js';
import {
  acted,
  ended,
  epochDone,
  idle,
  loaded,
  moment,
  network,
  progress,
  runOptions,
  started,
  told,
  training,
} from '../helpers/state.js';

/** A confusion matrix of 100 digits: three fours are taken for nines, one two for a seven, the others are right. */
const confusion = Array.from({length: 100}, (_, place) => {
  if (place === 49) return 3;
  if (place === 27) return 1;
  return place % 11 === 0 ? 9 : 0;
});

describe('the receipt', () => {
  const wide = acted(training, {type: 'resize', columns: 500, rows: 24});
  const trained = told(wide, network(3), moment(confusion), epochDone(1));
  const [status, end] = ended('stopped', 1);

  it('says what the run came to, what is its weakness, where it is saved and how to ask it', () => {
    const lines = receiptLines(told(trained, status, {...end, model: '/runs/mnist.npz'}));
    assert.equal(lines[0], 'Seed 1: 95.0 % right after 1 epoch, 5 of 100 wrong; 4 read as 9 is its weakness');
    assert.equal(lines[1], 'Saved in /runs/mnist.npz');
    assert.match(lines[2] ?? '', /^Its answers: .*predict 0-9 --model \/runs\/mnist\.npz$/);
  });

  it("is of the user's run when the lesson is open, with its own activation", () => {
    const settings = {...runOptions, hidden: 128, activation: 'sigmoid', seed: 1} as const;
    const own = told(trained, {...status, settings}, end);
    const lesson = told(acted(own, {type: 'view', view: 'lesson'}), {...status, run: 2});
    assert.deepEqual(receiptLines(withoutLesson(lesson)), receiptLines(own));
    assert.match(receiptLines(own).join('\n'), /--activation sigmoid/);
  });

  it('breaks lines between words, and has a command and a path whole on a line of its own', () => {
    const narrow = acted(trained, {type: 'resize', columns: 40, rows: 12});
    const file = `/runs/${'deep/'.repeat(9)}mnist.npz`;
    const lines = receiptLines(told(narrow, status, {...end, model: file}));
    assert.deepEqual(lines.slice(0, 5), [
      'Seed 1: 95.0 % right after 1 epoch, 5 of',
      '100 wrong; 4 read as 9 is its weakness',
      'Saved in',
      file,
      'Its answers:',
    ]);
    assert.match(lines[5] ?? '', /predict 0-9 --model \/runs\/(deep\/){9}mnist\.npz$/);
  });

  it('says how to go on where the first epoch was not finished', () => {
    const lines = receiptLines(told(wide, status, {...end, model: '/my runs/mnist.npz'}));
    assert.deepEqual(lines.slice(0, 2), [
      'Seed 1: stopped in its first epoch, after 234 steps',
      'Saved in /my runs/mnist.npz',
    ]);
    const once = told(training, progress(1, 1), status, end);
    assert.equal(receiptLines(once)[0], 'Seed 1: stopped in its first epoch, after 1 step');
    assert.match(lines[2] ?? '', /^To go on: .*--resume --model "\/my runs\/mnist\.npz"$/);
  });

  it('has --scramble in each command where the pixels are scrambled', () => {
    const scrambled = {...loaded.test, data: {...loaded.test.data, isScrambled: true}} as const;
    const saved = {...end, model: '/runs/mnist.npz'};
    const [, , answers, again] = receiptLines(told(trained, scrambled, status, saved));
    assert.match(answers ?? '', /predict 0-9 --scramble --model \/runs\/mnist\.npz$/);
    assert.match(again ?? '', /train --scramble --seed 1 --epochs 1$/);
    const unfinished = receiptLines(told(wide, scrambled, status, saved));
    assert.match(unfinished[2] ?? '', / --resume --scramble --model \/runs\/mnist\.npz$/);
  });

  it('has no file when nothing is saved, and is empty when nothing was trained', () => {
    assert.equal(receiptLines(told(trained, status, end)).length, 2);
    assert.deepEqual(receiptLines(idle), []);
  });

  /** The command that the receipt gives, as the program reads it. */
  const command = (state: State): string => /(train .*)$/.exec(receiptLines(state).at(-1) ?? '')?.[1] ?? '';
  const withSession = (state: State, change: Partial<State['session']>): State => ({
    ...state,
    session: {...state.session, ...change},
  });
  const upTo = (last: number, losses: Record<number, number> = {}): ReturnType<typeof epochDone>[] =>
    Array.from({length: last}, (_, index) => ({...epochDone(index + 1), testLoss: losses[index + 1] ?? 0.02}));

  it('gives the command that trains the same network again', () => {
    assert.equal(command(told(trained, ...ended('stopped', 1))), 'train --seed 1 --epochs 1');
    const early = told(training, ...upTo(7, {7: 0.01}), ...ended('early-stop', 7));
    assert.equal(command(early), 'train --seed 1');
    assert.equal(
      command(told(early, ...upTo(8).slice(7), ...ended('epochs', 8))),
      'train --seed 1 --epochs 8 --no-early-stop',
    );
    const again = told(early, ...upTo(9, {9: 0.01}).slice(7), ...ended('early-stop', 9));
    assert.equal(command(again), 'train --seed 1 --epochs 9 --no-early-stop');
    assert.equal(command(told(training, ...upTo(20), ...ended('epochs', 20))), 'train --seed 1');
  });

  it('gives with it what was given on the command line, and what the dashboard changed', () => {
    const given = ['data', 'hidden', 'batchSize', 'learningRate', 'epochs', 'shuffle', 'earlyStop', 'engine'];
    const options = {...runOptions, shuffle: false, batchSize: 64, learningRate: 0.01, epochs: 1, earlyStop: false};
    const settings = {...options, hidden: 64, activation: 'relu' as const, seed: 3};
    const [begun, start] = started();
    const asked = told(withSession(idle, {given, options}), {...begun, settings}, {...start, ...options});
    const once = told(asked, progress(1, 468), epochDone(1));
    const done = {...end, reason: 'epochs'} as const;
    const lines = command(told(once, {...status, settings}, done));
    const all =
      '--seed 3 --hidden 64 --batch-size 64 --learning-rate 0.01 --epochs 1 --no-shuffle --no-early-stop --engine wasm';
    assert.equal(lines, `train --data /data/mnist.npz ${all}`);
    const flags = optionRows.filter(([name]) => takes('train', name)).map(([name]) => typed(name));
    for (const [flag] of lines.matchAll(/--[a-z-]+/g)) assert.ok(flags.includes(flag), flag);
    const faster = {...status, settings: {...settings, learningRate: 0.02}};
    const last = receiptLines(told(once, faster, done))
      .slice(-2)
      .join(' ');
    assert.match(last, /Again, with one learning rate: .* --learning-rate 0\.01 /);
  });
});
