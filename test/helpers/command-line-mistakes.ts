import assert from 'node:assert/strict';
import {fixture, runProgram} from './program.js';

/** What is wrong, the arguments, the line that says so, and the exit code. */
type Mistake = readonly [name: string, args: readonly string[], message: RegExp, exitCode: number];

const small = fixture('data-files/compressed.npz');
const train = ['train', '--engine', 'wasm'];
const predict = ['predict', '1', '--data', small];
/** One of each kind. */
export const fewMistakes: readonly Mistake[] = [
  ['unknown command', ['trian'], /unknown command "trian"; did you mean train\?/, 2],
  ['a value out of range', ['--epochs', '0'], /--epochs: "0"; wanted 1 to 10000/, 2],
  ['a missing value', ['train', '--seed'], /--seed: no value/, 2],
  ['missing data', ['info', '--data', 'nowhere.npz'], /nowhere\.npz: no such file/, 1],
  ['damaged data', [...train, '--data', fixture('data-files/flipped-byte.npz')], /CRC-32/, 1],
  ['weights that are none', [...predict, '--model', small], /not weights/, 1],
];

/** The others: each is a start of the program. */
export const otherMistakes: readonly Mistake[] = [
  ['a word that objects have', ['constructor'], /unknown command "constructor"/, 2],
  ['unknown option', ['--sed', '1'], /unknown option --sed/, 2],
  ['a value that is no number', ['--hidden', 'many'], /--hidden: "many"; wanted 1 to 1024/, 2],
  ['an option given twice', ['--seed', '1', '--seed', '2'], /--seed/, 2],
  ['an unknown choice', ['show', '1', '--art', 'oil'], /--art: "oil"; wanted blocks, ascii/, 2],
  ['predict without an index', ['predict'], /which digit/, 2],
  ['an index that is no number', ['show', 'x'], /index "x"/, 2],
  ['an index that the split has not', ['show', '32', '--data', small], /index 32: the test split has 0 to 31/, 2],
  ['an option of another command', ['--index', '3'], /without a terminal it is train, which takes no --index/, 2],
  ['a range that runs backwards', ['show', '7-3'], /range "7-3" runs backwards; wanted 3-7/, 2],
  ['a picture', ['show', 'photo.png'], /index "photo.png"; wanted a whole number/, 2],
  [
    'a mistyped dataset',
    ['info', '--data', small.replace('compressed', 'compresed')],
    /did you mean .*compressed\.npz\?/,
    1,
  ],
  ['an argument too many', ['train', 'now'], /train takes no argument; found "now"/, 2],
  ['too few images', [...train, '--data', small, '--batch-size', '65'], /65.*64/, 1],
  ['no weights yet', [...predict, '--model', 'nowhere.npz'], /train first/, 1],
];

/** Checks that a mistake is one clear line. */
export async function isOneLine([, args, message, exitCode]: Mistake): Promise<void> {
  const result = await runProgram(args);
  assert.match(result.stderr, message);
  assert.match(result.stderr, /^mnist-tui: .*\n$/);
  assert.equal(result.stdout.replace(/^Training .*\n/, ''), '');
  assert.equal(result.exitCode, exitCode);
}
