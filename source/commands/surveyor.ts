import {surveyScores} from '../network/survey.js';
import {openRun} from '../state/runs.js';
import type {State} from '../state/state.js';
import type {Store} from '../state/store.js';
import {evaluate} from '../training/evaluation.js';
import type {Moment} from '../training/protocol.js';

/** How long in milliseconds the screen's thread works at it before keys and frames have their turn. */
const portion = 6;

/** A moment that is looked at and has no evaluation yet. */
function wanted({runs, session}: State): {run: number; moment: Moment} | undefined {
  const moment = openRun(runs).timeline.find(({step, found}) => step === runs.looking && found === undefined);
  return moment === undefined || session.data.test === undefined ? undefined : {run: runs.open, moment};
}

/**
 * Makes the function that is told of every state and evaluates the moment that is looked at, where the worker had no time
 * for it: a little at a time, and no longer than somebody looks at it.
 */
export function createSurveyor(store: Pick<Store, 'current' | 'act'>): () => void {
  let busy: Moment | undefined;
  return () => {
    const next = wanted(store.current());
    if (next === undefined || next.moment === busy) return;
    const {run, moment} = next;
    const {session} = store.current();
    const {test} = session.data;
    if (test === undefined) return;
    busy = moment;
    const survey = surveyScores(moment.weights, test.images);
    const goOn = (): void => {
      if (wanted(store.current())?.moment !== moment) {
        if (busy === moment) busy = undefined;
        return;
      }
      const until = performance.now() + portion;
      for (;;) {
        const {done, value} = survey.next();
        if (done === true) {
          busy = undefined;
          store.act({type: 'evaluated', run, step: moment.step, found: evaluate(value, test, batchSizeOf(session))});
          return;
        }
        if (performance.now() > until) break;
      }
      setImmediate(goOn);
    };
    setImmediate(goOn);
  };
}

const batchSizeOf = ({status, options}: State['session']): number => status.settings.batchSize ?? options.batchSize;
