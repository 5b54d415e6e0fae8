import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {defaultDataPath} from '../../source/dataset/locate.js';
import {sheetOf} from '../../source/lesson/sheet.js';
import {score, share, shortLoss} from '../../source/text/format.js';
import {moments, ready, surveyed, weights} from '../helpers/frame-run.js';
import {oracle} from '../helpers/oracle-answers.js';
import {python3, withoutNumpy} from '../helpers/python.js';
import {acted, epochDone, progress, started, told} from '../helpers/state.js';

/** PyTorch's run after its first epoch, the first test digit chosen. */
const state = surveyed(
  told(
    acted(ready, {type: 'train'}),
    ...started(),
    ...moments,
    {...weights, step: 468},
    {...epochDone(1), accuracy: oracle.testAccuracy},
    progress(1, 468, [...oracle.batchLoss]),
  ),
);
const now = (page: number): string => sheetOf(state, page).now ?? '';
const fixture = fileURLToPath(new URL('../../../test/fixtures/pytorch-oracle.npz', import.meta.url));

/** What NumPy makes of PyTorch's weights and the digits. */
type Found = {
  readonly firstRight: readonly [atStart: number, atTen: number];
  readonly wrong: number;
  readonly pair: readonly [label: number, answer: number, times: number];
  readonly digit: {readonly ink: number; readonly darkest: number; readonly loss: number};
  readonly unit: {
    readonly on: number;
    readonly unit: number;
    readonly value: number;
    readonly weight: number;
    readonly answer: number;
  };
  readonly atStart: {readonly accuracy: number; readonly loss: number};
};

const script = `
import json, sys
import numpy as np
run, data = np.load(sys.argv[1]), np.load(sys.argv[2])
x, labels = data['x_test'].reshape(-1, 784) / np.float32(255), data['y_test']
wanted = np.eye(10)[labels]
def hidden(step, images):
    return np.maximum(0, images @ run[f'{step}_hidden_weight'].reshape(128, 784).T + run[f'{step}_hidden_bias'])
def scores(step, images):
    return hidden(step, images) @ run[f'{step}_output_weight'].reshape(10, 128).T + run[f'{step}_output_bias']
first_right = [int((scores(step, x[:24]).argmax(1) == labels[:24]).sum()) for step in ('initial', 'step10')]
answers = run['test_scores'].reshape(-1, 10).argmax(1)
confusion = np.zeros((10, 10), int)
np.add.at(confusion, (labels, answers), 1)
wrong = int(len(labels) - np.trace(confusion))
np.fill_diagonal(confusion, 0)
label, answer = divmod(int(confusion.argmax()), 10)
values = hidden('step468', x[:1])[0]
own = scores('step468', x[:1])[0]
largest = int(own.argmax())
output = run['step468_output_weight'].reshape(10, 128)
unit = int((values * output[largest]).argmax())
fresh = scores('initial', x)
print(json.dumps({
    'firstRight': first_right,
    'wrong': wrong,
    'pair': [label, answer, int(confusion[label, answer])],
    'digit': {
        'ink': int((data['x_test'][0] > 0).sum()),
        'darkest': int(data['x_test'][0].max()),
        'loss': float(((own - wanted[0]) ** 2).mean()),
    },
    'unit': {
        'on': int((values > 0).sum()),
        'unit': unit,
        'value': float(values[unit]),
        'weight': float(output[largest, unit]),
        'answer': largest,
    },
    'atStart': {
        'accuracy': float((fresh.argmax(1) == labels).mean()),
        'loss': float(((fresh - wanted) ** 2).mean()),
    },
}))`;

describe('the numbers of the lesson', {skip: withoutNumpy}, () => {
  const found = withoutNumpy ? undefined : python3<Found>(script, fixture, defaultDataPath);
  if (found === undefined) return;
  const {firstRight, wrong, pair, digit, unit, atStart} = found;

  it("are NumPy's: how many of the first digits are read, how many of all are not, and what is mistaken for what", () => {
    assert.equal(now(1), `Its weights begin at random: at step 0 it gets ${firstRight[0]} right, by chance.`);
    assert.match(sheetOf(state, 1).reason, new RegExp(`After ten steps it reads ${firstRight[1]} of 24\\.`));
    assert.match(now(3), new RegExp(`reads ${share(1 - wrong / 10_000)} of 10,000 test digits, so ${wrong} are wrong`));
    const [label, answer, times] = pair;
    assert.match(now(3), new RegExp(`: ${times} times it took a ${label} for a ${answer}\\.`));
  });

  it("are NumPy's: a digit's ink, and its loss", () => {
    const {ink, darkest, loss} = digit;
    const part = score(darkest / 255);
    assert.equal(now(4), `This one has ink on ${ink} pixels. The darkest is ${darkest}, which becomes ${part}.`);
    assert.equal(now(5), `For this 7 the loss is ${shortLoss(loss)}.`);
  });

  it("are NumPy's: a hidden unit, what it adds, and the network before its first step", () => {
    const {on, value, weight, answer} = unit;
    const [named, adds] = [`Unit ${unit.unit} is ${score(value)}`, score(value * weight)];
    const rest = `: times its weight ${score(weight)} it adds ${adds} to the score of ${answer}.`;
    assert.equal(now(6), `For this digit ${on} units are above 0. ${named}${rest}`);
    assert.match(now(7), new RegExp(`At step 0 it read ${share(atStart.accuracy)},`));
    assert.match(sheetOf(state, 7).reason, new RegExp(`^It is ${shortLoss(atStart.loss)}\\.`));
  });

  it("are PyTorch's: the losses of an epoch", () => {
    const mean = oracle.batchLoss.reduce((sum, loss) => sum + loss, 0) / oracle.batchLoss.length;
    const measured = told(state, {
      ...epochDone(2),
      meanTrainLoss: mean,
      meanTestLoss: oracle.testLossMean,
      testLoss: oracle.testLossLastBatch,
    });
    const rest = `${shortLoss(oracle.testLossMean)} on test, and ${shortLoss(oracle.testLossLastBatch)} on that batch`;
    assert.match(sheetOf(measured, 9).now ?? '', new RegExp(`mean loss is ${shortLoss(mean)} on train and ${rest}`));
    assert.match(now(8), new RegExp(`the last batch had a loss of ${shortLoss(oracle.batchLoss[467])}\\.`));
  });
});
