import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {csvHeader, csvLine} from '../../source/report/sweep-csv.js';
import {missingText, sweepLines} from '../../source/report/sweep-report.js';
import {gridWith, runsOf} from '../helpers/sweep-runs.js';

describe('the report of a sweep', () => {
  const grid = gridWith({learningRate: [0.001, 0.02], hidden: [32, 512], seed: [1, 2]});
  const accuracies = [0.94, 0.95, 0.981, 0.983, 0.4, 0.3, 0.1, 0.12];
  const runs = runsOf(grid, (_, place) => accuracies[place]);

  it('has a row for each combination with mean and spread over the seeds, who leads, and a map of two settings', () => {
    assert.deepEqual(sweepLines(runs, grid, true), [
      'learning rate  hidden  accuracy %      min to max  seeds  test loss  epochs  seconds',
      '        0.001      32      94.50   94.00 to 95.00      2     0.0100       3      1.5',
      '        0.001     512      98.20*  98.10 to 98.30      2     0.0100       3      1.5',
      '         0.02      32      35.00   30.00 to 40.00      2     0.0100       3      1.5',
      '         0.02     512      11.00   10.00 to 12.00      2     0.0100       3      1.5',
      '',
      'learning rate 0.001, hidden 512 leads: 98.20 %, 3.7 points before the next.',
      '',
      'Accuracy in %, hidden from left to right; shades from the most wrong to the fewest: "  " "░░" "▒▒" "▓▓" "██"',
      'learning rate    32      512',
      '        0.001  94.5 ▓▓  98.2 ██',
      '         0.02  35.0     11.0',
    ]);
  });

  it('is plain ASCII where the terminal is', () => {
    const text = sweepLines(runs, grid, false).join('\n');
    assert.match(text, /^[\n\x20-\x7e]*$/);
    assert.match(text, /0\.001 {2}94\.5 ## {2}98\.2 @@/);
  });

  it('says that none leads where the best are within 0.3 points', () => {
    const close = runsOf(gridWith({hidden: [128, 256, 512]}), (_, place) => [0.97, 0.981, 0.98][place]);
    assert.deepEqual(sweepLines(close, close[0].sweep, true), [
      'hidden  accuracy %  test loss  epochs  seconds',
      '   128      97.00      0.0100       3      1.5',
      '   256      98.10*     0.0100       3      1.5',
      '   512      98.00*     0.0100       3      1.5',
      '',
      'None leads: 2 combinations (*) are within 0.3 points, which may be luck; the highest is hidden 256, 98.10 %.',
    ]);
  });

  it('has no map but of exactly two settings, and no sentence on a single combination', () => {
    const three = gridWith({hidden: [8, 16], batchSize: [8, 16], loss: ['mse', 'cross-entropy']});
    assert.equal(
      sweepLines(
        runsOf(three, () => 0.9),
        three,
        true,
      ).some(line => line.startsWith('Accuracy')),
      false,
    );
    const one = gridWith({seed: [1, 2]});
    assert.equal(
      sweepLines(
        runsOf(one, () => 0.9),
        one,
        true,
      ).length,
      3,
    );
    assert.deepEqual(sweepLines([], one, true), []);
  });

  it('leaves a place of the map open whose runs are not there, and says how many diverged', () => {
    const some = runs.slice(0, 6).map((run, place) => (place === 4 ? {...run, reason: 'diverged' as const} : run));
    const lines = sweepLines(some, grid, true);
    assert.match(lines[0], /seconds {2}diverged$/);
    assert.match(lines[3], / 1$/);
    assert.match(lines.at(-1) ?? '', /35\.0 +-$/);
  });

  it('names the runs that are missing, the first three', () => {
    const missing = runs.map(({settings}) => settings);
    assert.equal(
      missingText(missing.slice(3, 4), 8, grid),
      '1 of 8 runs is missing: learning rate 0.001, hidden 512, seed 2',
    );
    assert.match(missingText(missing, 8, grid), /^8 of 8 runs are missing: .*seed 1; .*seed 2; .*; and 5 more$/);
  });
});

describe('a sweep as CSV', () => {
  it('has the same columns in each line, cells with commas in quotes, and all train images empty', () => {
    const [run] = runsOf(gridWith({}), () => 0.9731);
    assert.equal(
      csvHeader,
      'learningRate,hidden,batchSize,loss,optimizer,activation,trainImages,noiseLabels,seed,epochs,accuracy,meanTestLoss,seconds,reason,engine,dataset',
    );
    assert.equal(csvLine(run), '0.001,128,128,mse,adam,relu,,0,1,3,0.9731,0.01,1.5,epochs,wasm,MNIST');
    const named = {...run, dataset: {...run.dataset, name: 'my "own", scrambled'}};
    assert.ok(csvLine(named).endsWith(',wasm,"my ""own"", scrambled"'));
  });
});
