import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {adviceOf, severity} from '../../../source/state/adviser/advice.js';
import {noBatches, withLosses} from '../../../source/state/adviser/batch-losses.js';
import type {Facts} from '../../../source/state/adviser/facts.js';
import type {RuleName} from '../../../source/state/adviser/rule.js';
import {sentenceOf} from '../../../source/text/advice.js';
import {answers, cases, changes, good, losses, low} from '../../helpers/advice-cases.js';

const rules = (change: Partial<Facts>): RuleName[] => adviceOf({...good, ...change}).map(({rule}) => rule);

describe('the adviser', () => {
  it('has nothing to say of a good run', () => {
    assert.deepEqual(rules({}), []);
  });

  for (const rule of severity) {
    const {speaks, message, silent} = cases[rule];
    it(`speaks of ${rule}, and not of what just is not`, () => {
      const said = adviceOf({...good, ...speaks}).find(advice => advice.rule === rule);
      assert.equal(said && sentenceOf(said.message), message);
      for (const form of [said?.message, said?.brief, said?.fix, said?.plainFix]) {
        assert.doesNotMatch(form === undefined ? '{' : sentenceOf(form), /[{}]|NaN|undefined|Infinity/);
      }
      assert.ok(said !== undefined && sentenceOf(said.brief).length <= 40);
      assert.doesNotMatch(sentenceOf(said.plainFix), /\bkeys?\b|: [-+[] |\bpress |\bt trains/);
      for (const change of silent) assert.ok(!rules(change).includes(rule), JSON.stringify(change));
    });
  }

  it('says the most severe first, each rule once', () => {
    assert.deepEqual(new Set(severity), new Set(Object.keys(cases)));
    assert.equal(severity.length, 17);
    const all = rules({...losses(0.11, 7.7), dead: 121, confusion: answers(2, 100), epochSteps: 3, notFinite: 9});
    assert.deepEqual(all, ['not-finite', 'exploded', 'most-units-dead', 'one-answer', 'few-steps']);
  });

  it('says of a broken network nothing that means nothing there', () => {
    const slow = {...good, ...low(0.856)};
    assert.deepEqual(rules(slow), ['slow']);
    assert.deepEqual(rules({...slow, dead: 121}), ['most-units-dead']);
    assert.deepEqual(rules({...slow, ...losses(444, 4000)}), ['far-off']);
    assert.deepEqual(rules({dead: 121, ...changes(0.5, -1, 1.1)}), ['most-units-dead']);
  });

  it('knows one answer for all earlier of a network that is broken otherwise', () => {
    const early = {confusion: answers(2, 100), confusionStep: 100};
    assert.deepEqual(rules(early), []);
    assert.deepEqual(rules({...early, ...losses(0.11, 7.7)}), ['exploded', 'one-answer']);
  });

  it('does not wonder at one answer where it is mostly right', () => {
    const threes = Array.from({length: 100}, (_, place) => (place === 33 ? 900 : place === 53 ? 50 : 0));
    assert.ok(!rules({confusion: threes}).includes('one-answer'));
  });

  it('names the learning rate to begin anew with: the usual one, or a tenth', () => {
    const fix = (highestRate: number): string => {
      const [said] = adviceOf({...good, notFinite: 2, highestRate});
      assert.ok(said !== undefined);
      return sentenceOf(said.plainFix);
    };
    assert.match(fix(0.02), /rate of 0\.001: --learning-rate 0\.001\.$/);
    assert.match(fix(0.0005), /rate of 0\.00005: --learning-rate 0\.00005\.$/);
  });

  it('names the keys to begin anew with, and the option where a key would be pressed too often', () => {
    const fixes = (rate: number): string[] =>
      adviceOf({...good, ...losses(0.11, 7.7), dead: 121, confusion: answers(2, 100), rate, highestRate: rate}).map(
        ({fix}) => sentenceOf(fix),
      );
    for (const fix of fixes(0.05)) assert.match(fix, /0\.001: lower it with -, then press r or s\.$/);
    for (const fix of fixes(1e9)) assert.match(fix, /: start the program with --learning-rate 0\.001\.$/);
    assert.equal(fixes(1e9).length, 3);
  });

  it('says of ways that are contrary only that of the more severe', () => {
    const overfits = {...cases.overfits.speaks.epochs?.at(-1), epoch: 9, testLoss: 0.02};
    const epochs = [...(cases.overfits.speaks.epochs ?? []), overfits] as Facts['epochs'];
    assert.deepEqual(rules({epochs, epochSteps: 3, images: 500}), ['overfits', 'few-steps']);
    const again = {...cases['earlier-was-better'].speaks.epochs?.at(-1), epoch: 9, testLoss: 0.02};
    const worse = [...(cases['earlier-was-better'].speaks.epochs ?? []), again] as Facts['epochs'];
    assert.deepEqual(rules({epochs: worse}), ['earlier-was-better']);
    assert.deepEqual(rules({epochs: worse, isOver: false}), ['limit-not-reached']);
  });

  it('names a batch with which an epoch has steps enough, or says that there are too few images', () => {
    const fix = (images: number, batchSize: number): string => {
      const epochSteps = Math.floor(images / batchSize);
      const said = adviceOf({...good, images, batchSize, epochSteps}).find(({rule}) => rule === 'few-steps');
      return said === undefined ? '' : `${sentenceOf(said.message)} ${sentenceOf(said.fix)}`;
    };
    for (const [images, batchSize] of [
      [500, 128],
      [960, 64],
      [128, 32],
      [60_000, 30_000],
    ] as const) {
      const batch = Number(/--batch-size (\d+)\.$/.exec(fix(images, batchSize))?.[1]);
      assert.ok(batch < batchSize && Math.floor(images / batch) >= 30, `${images}: ${batch}`);
    }
    assert.equal(
      fix(50, 50),
      'An epoch is 1 step (0 of 50 images left over). More train images are what helps: so few do not fill many batches.',
    );
  });
});

describe('the losses that the adviser remembers', () => {
  it('are the first, and the greatest rise with what was before it, however the batches come', () => {
    const all = [0.1, 0.09, 0.02, 0.4, 0.05, 0.06, 0.9, 2, 1, 0.05, 1.5];
    for (const size of [1, 2, 3, all.length]) {
      let batches = noBatches;
      for (let from = 0; from < all.length; from += size) {
        const part = all.slice(from, from + size);
        batches = withLosses(batches, Float32Array.from(part), from + part.length, 0.09);
      }
      assert.equal(batches.first, Math.fround(0.1));
      assert.deepEqual(batches.rise, {from: {batch: 6, loss: Math.fround(0.06)}, to: {batch: 8, loss: 2}});
    }
  });
});
