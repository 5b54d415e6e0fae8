import type {NetworkState} from '../network/network-state.js';
import type {Course} from './course.js';
import type {CurrentEngine} from './current-engine.js';
import type {Lane} from './lane.js';
import type {NewRuns} from './new-lanes.js';
import type {TrainingEvent, Wish} from './protocol.js';
import type {Surroundings} from './surroundings.js';

/** Steps of a turn in a race: a quarter of the tutorial's epoch, so that changing networks takes little of the time. */
const turn = 117;

/** Runs that are held, which of them is open, and of which the engine had the network. */
type Side = {readonly list: readonly Lane[]; readonly openNumber: number; readonly held: Lane};

/**
 * The runs that the worker holds: one, or those of a race, which take turns on the one engine. One of them is open, whose
 * weights are looked at; and of one of them the engine has the network.
 */
export class Lanes {
  private list: readonly Lane[];
  private openNumber: number;
  private held: Lane;
  /** The networks of those that the engine does not have. */
  private readonly parked = new WeakMap<Lane, NetworkState>();

  /** Those that are put aside as they are. */
  private aside: Side | undefined;

  /** @param first the engine has its network */
  constructor(
    first: Lane,
    private readonly engine: CurrentEngine,
  ) {
    this.list = [first];
    this.openNumber = first.number;
    this.held = first;
  }

  /** All of them. */
  get all(): readonly Lane[] {
    return this.list;
  }

  /** The one that is looked at. */
  get open(): Lane {
    return this.list.find(({number}) => number === this.openNumber) ?? this.held;
  }

  /** The one whose network the engine has. */
  get present(): Lane {
    return this.held;
  }

  /** The number of the stretch that goes on. */
  get stretch(): number | undefined {
    return this.running[0]?.stretch;
  }

  /** Those that are being trained. */
  get running(): readonly Lane[] {
    return this.list.filter(({stretch}) => stretch !== undefined);
  }

  /** The one whose turn it is: that with the fewest steps. */
  get next(): Lane {
    return this.running.reduce((least, lane) => (lane.stepInStretch < least.stepInStretch ? lane : least), this.first);
  }

  private get first(): Lane {
    return this.running[0] ?? this.open;
  }

  /** Begins a stretch in all of them; returns what there is to say of it. */
  begin(stretch: number, wish: Wish, around: Surroundings, course: Course): TrainingEvent[] {
    return this.list.flatMap(lane => {
      const most = (): number => Math.min(course.most(lane), this.mostOf(lane));
      return lane.begin(stretch, wish, around, () => ({engine: this.engine.now, most}));
    });
  }

  /** The most steps that a lane takes before it is another's turn. */
  private mostOf({stepInStretch}: Lane): number {
    return this.list.length === 1 ? Number.POSITIVE_INFINITY : turn - (stepInStretch % turn);
  }

  /** Looks at a run, if it is here; returns whether that is another than before. */
  look(number: number | undefined): boolean {
    const lane = this.list.find(each => each.number === number);
    const looks = lane !== undefined && lane !== this.open;
    if (looks) this.openNumber = lane.number;
    return looks;
  }

  /** Others in the place of all: the first is open, and the engine has its network. */
  async replace(lanes: NewRuns['lanes']): Promise<void> {
    const [first, state] = lanes[0] ?? [];
    if (first === undefined || state === undefined) return;
    await this.give(state);
    for (const [lane, own] of lanes) this.parked.set(lane, own);
    this.list = lanes.map(([lane]) => lane);
    this.openNumber = first.number;
    this.held = first;
  }

  /**
   * Puts all of them aside as they are, and takes back those that were put aside before.
   * @param make what is held from now on where there are none
   * @returns what was made
   */
  async swap(make: () => NewRuns): Promise<NewRuns | undefined> {
    if (await this.takeBack()) return undefined;
    const {list, openNumber, held} = this;
    this.parked.set(held, await this.engine.now.getState());
    const made = make();
    await this.replace(made.lanes);
    this.aside = {list, openNumber, held};
    return made;
  }

  /** Changes places with those that were put aside; returns whether there were any. */
  async takeBack(): Promise<boolean> {
    const {list, openNumber, held, aside} = this;
    if (aside === undefined) return false;
    this.parked.set(held, await this.engine.now.getState());
    await this.give(this.parkedOf(aside.held));
    this.list = aside.list;
    this.openNumber = aside.openNumber;
    this.held = aside.held;
    this.aside = {list, openNumber, held};
    return true;
  }

  /** Gives the engine a network; one that cannot take it is replaced. */
  give(state: NetworkState): Promise<void> {
    return this.engine.now.setState(state).catch(error => this.engine.fallBack(state, error));
  }

  /** Sees to it that the engine has a lane's network. */
  async hold(lane: Lane): Promise<void> {
    if (lane === this.held) return;
    const state = this.parkedOf(lane);
    this.parked.set(this.held, await this.engine.now.getState());
    await this.engine.now.setState(state);
    this.held = lane;
  }

  private parkedOf(lane: Lane): NetworkState {
    const state = this.parked.get(lane);
    if (state === undefined) throw new Error(`run ${lane.number} has no network`);
    return state;
  }
}
