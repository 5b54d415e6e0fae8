import assert from 'node:assert/strict';
import {it} from 'node:test';
import {openRun} from '../../../source/state/runs.js';
import type {State} from '../../../source/state/state.js';
import {ruleTexts} from '../../../source/ui/panels/rule-text.js';
import {ended, epochDone, idle, progress, started, told, training} from '../../helpers/state.js';

const after = (epoch: number, testLoss: number): State =>
  told(training, {...epochDone(epoch), testLoss}, progress(epoch + 1, 1));
const brief = (state: State): string | undefined => ruleTexts(openRun(state.runs)).at(-1);

it('the early-stop rule says what it waits for', () => {
  assert.equal(brief(idle), undefined);
  assert.equal(brief(training), 'may stop from epoch 7 on');
  assert.equal(brief(after(2, 0.0152)), 'goes on: 0.0152, not < 0.015');
  assert.equal(brief(after(3, 0.0149)), 'waits for epoch 7');
  assert.equal(brief(after(7, 0.0152)), 'goes on: 0.0152, not < 0.015');
  assert.equal(brief(after(7, 0.0107)), 'stops: 0.0107 < 0.015');
});

it('the early-stop rule says nothing any more when the training has ended', () => {
  assert.equal(brief(told(after(7, 0.0107), ...ended('early-stop', 7))), undefined);
  assert.equal(brief(told(after(7, 0.0107), ...ended('stopped', 7))), undefined);
});

it('the early-stop rule looks again where a run goes on that it could have ended', () => {
  const [status, start] = started();
  const goesOn = told(idle, {...epochDone(7), testLoss: 0.0107}, status, {...start, firstEpoch: 8}, progress(8, 1));
  assert.equal(brief(goesOn), 'may stop from epoch 8 on');
});

it('the early-stop rule says nothing where there is none', () => {
  const [status, start] = started();
  assert.equal(brief(told(idle, status, {...start, earlyStop: false}, progress(1, 1))), undefined);
  assert.equal(brief(told(idle, status, {...start, lastEpoch: 6}, progress(1, 1))), undefined);
  assert.equal(brief(told(idle, status, {...start, lastEpoch: 7}, progress(1, 1))), 'may stop from epoch 7 on');
});
