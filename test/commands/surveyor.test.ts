import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setImmediate as turn} from 'node:timers/promises';
import {createSurveyor} from '../../source/commands/surveyor.js';
import {createTurns} from '../../source/commands/turns.js';
import type {State} from '../../source/state/state.js';
import {createStore, type Store} from '../../source/state/store.js';
import {isDone, type SurveyKind, wantedSurveys} from '../../source/state/surveys.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {oracleConfusion} from '../helpers/oracle-answers.js';
import {idle, momentAt, network, told, training} from '../helpers/state.js';

const {train, test} = mnist();
const loaded = (state: State): State =>
  told(state, {type: 'split-loaded', split: 'train', data: train}, {type: 'split-loaded', split: 'test', data: test});
const weights = readOracle().weightsAfter(468);
/** A moment without an evaluation, with PyTorch's weights after its first epoch; and newer weights. */
const state = told(
  loaded(idle),
  {type: 'moment', run: 1, ...momentAt(468), weights, found: undefined},
  {...network(4), step: 500},
);

/** A store whose surveys are made, and how often each kind was told of. */
function surveyed(from: State): {store: Store; news: Map<SurveyKind, number>} {
  const news = new Map<SurveyKind, number>();
  const store: Store = createStore(from, (before, after) => {
    for (const [kind, survey] of Object.entries(after.surveys)) {
      if (before.surveys[kind as SurveyKind] !== survey)
        news.set(kind as SurveyKind, (news.get(kind as SurveyKind) ?? 0) + 1);
    }
    look();
  });
  const look = createSurveyor({...store, takeTurns: createTurns()});
  look();
  return {store, news};
}

const missing = (now: State): SurveyKind[] =>
  wantedSurveys(now)
    .filter(wanted => !isDone(now.surveys[wanted.kind], wanted))
    .map(({kind}) => kind);

async function untilNothingIsMissing(store: Store): Promise<void> {
  while (missing(store.current()).length > 0) await turn();
}

describe('the surveyor', () => {
  it('makes what the state wants, and evaluates a moment as PyTorch does', async () => {
    const {store, news} = surveyed(state);
    store.act({type: 'earlier'});
    await untilNothingIsMissing(store);
    const [moment] = store.current().runs.list[0]?.timeline ?? [];
    assert.deepEqual(moment?.found?.confusion, oracleConfusion);
    assert.deepEqual([news.get('moment'), news.get('train')], [1, undefined]);
  });

  it('tells of the train split while it is looked through', async () => {
    const {store, news} = surveyed(state);
    store.act({type: 'switch-split'});
    store.act({type: 'view', view: 'mistakes'});
    await untilNothingIsMissing(store);
    assert.equal(store.current().surveys.train?.done, 60_000);
    assert.ok((news.get('train') ?? 0) >= 1);
  });

  it('leaves off where nobody looks any more', async () => {
    const {store} = surveyed(state);
    store.act({type: 'earlier'});
    await turn();
    store.act({type: 'later'});
    store.act({type: 'train'});
    for (let turns = 0; turns < 2000 && store.current().surveys.units === undefined; turns++) await turn();
    assert.equal(store.current().surveys.moment, undefined);
    assert.ok(store.current().surveys.units !== undefined);
  });

  it('does not begin anew with each of the weights that follow one another in training', async () => {
    const {store, news} = surveyed(told(loaded(training), network(1)));
    const began = performance.now();
    for (let step = 1; step <= 200; step++) {
      store.receive({...network(step % 10), step});
      await turn();
    }
    const most = 1 + Math.ceil((performance.now() - began) / 500);
    assert.ok((news.get('units') ?? 0) <= most, `${news.get('units')} surveys, at most ${most}`);
  });
});
