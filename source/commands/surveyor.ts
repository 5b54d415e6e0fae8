import {type Surveyed, survey} from '../network/survey.js';
import {phaseOf} from '../state/selectors.js';
import type {Store} from '../state/store.js';
import {countOf, isDone, type SurveyKind, surveyKinds, type Wanted, wantedSurveys} from '../state/surveys.js';
import type {Task} from './turns.js';

/** How long it is at least from one survey of the newest weights to the next of the same kind, while they change. */
const pause = 500;
/** How often what has been found so far is told, and of how many digits at least: fewer are not waited for. */
const news = {every: 200, least: 20_000};

/** A survey that is being made. */
type Busy = {readonly wanted: Wanted; readonly steps: Generator<Surveyed, Surveyed, void>; told: number};

/**
 * Makes the function that is told of every state and makes the surveys that the state wants: one after the other, a
 * little at a time, and none longer than somebody looks at it.
 */
export function createSurveyor(store: Beside): () => void {
  return new Surveyor(store).look;
}

/** What a task of the screen's thread needs: the state, where to tell what it has found, and its turns. */
export type Beside = Pick<Store, 'current' | 'find'> & {readonly takeTurns: (task: Task) => void};

class Surveyor implements Task {
  private busy: Busy | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly began = new Map<SurveyKind, number>();

  constructor(private readonly store: Beside) {}

  /** Begins the most urgent survey that is not there yet. */
  readonly look = (): void => {
    if (this.busy !== undefined) return;
    const state = this.store.current();
    const missing = wantedSurveys(state).filter(wanted => !isDone(state.surveys[wanted.kind], wanted));
    const isChanging = phaseOf(state) === 'training';
    const waitOf = ({at, kind}: Wanted): number =>
      at === 'live' && isChanging ? (this.began.get(kind) ?? Number.NEGATIVE_INFINITY) + pause - performance.now() : 0;
    const next = missing.find(wanted => waitOf(wanted) <= 0);
    if (next !== undefined) this.begin(next);
    else if (missing.length > 0) this.lookIn(Math.min(...missing.map(waitOf)));
  };

  private lookIn(milliseconds: number): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.look();
    }, milliseconds).unref();
  }

  private begin(wanted: Wanted): void {
    const {kind, weights, images} = wanted;
    this.began.set(kind, performance.now());
    this.busy = {wanted, steps: survey(weights, images, surveyKinds[kind].keeps), told: performance.now()};
    this.store.takeTurns(this);
  }

  /** Only a survey of the newest weights is patient: it is begun anew again and again while they change. */
  readonly isPatient = (): boolean => this.busy?.wanted.at === 'live' && phaseOf(this.store.current()) === 'training';

  /** Lets a few digits through, and tells of it when it is time; returns whether there is no more to do. */
  readonly advance = (): boolean => {
    const {busy} = this;
    if (busy === undefined) return true;
    const isWanted = this.isWanted(busy.wanted);
    const {done = true, value} = isWanted ? busy.steps.next() : {value: undefined};
    if (done) this.busy = undefined;
    const now = performance.now();
    const isNews = now > busy.told + news.every && countOf(busy.wanted) >= news.least;
    if (value !== undefined && (done || isNews)) {
      busy.told = now;
      this.store.find({type: 'surveyed', survey: {...busy.wanted, ...value}});
    }
    if (done) this.look();
    return done;
  };

  /** Whether a survey is still of what is looked at; of the newest weights it is, even when newer ones have come. */
  private isWanted({kind, run, at}: Wanted): boolean {
    return wantedSurveys(this.store.current()).some(each => each.kind === kind && each.run === run && each.at === at);
  }
}
