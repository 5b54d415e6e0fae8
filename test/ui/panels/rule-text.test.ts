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
  assert.equal(brief(after(2, 0.0152)), 'goes on: 0.0152 is not < 0.015');
  assert.equal(brief(after(3, 0.0149)), 'waits for epoch 7');
  assert.equal(brief(after(7, 0.0152)), 'goes on: 0.0152 is not < 0.015');
  assert.equal(brief(after(7, 0.0107)), 'stops: 0.0107 < 0.015');
});

it('the early-stop rule says what it has found, of the last test batch alone', () => {
  const [text] = ruleTexts(openRun(told(after(7, 0.0107), ...ended('early-stop', 7)).runs));
  assert.equal(text, "stopped after epoch 7: the last test batch's loss 0.0107 is below 0.015");
  assert.equal(brief(told(after(7, 0.0107), ...ended('stopped', 7))), undefined);
});

it('the early-stop rule says nothing where there is none', () => {
  const [status, start] = started();
  assert.equal(brief(told(idle, status, {...start, earlyStop: false}, progress(1, 1))), undefined);
});
