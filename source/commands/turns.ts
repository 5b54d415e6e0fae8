/** How long in milliseconds the screen's thread works before keys and frames have their turn. */
const portion = 6;
/** How long it rests between two turns while the trainer needs the cores. */
const rest = 12;

/** A long task of the screen's thread. */
export type Task = {
  /** Does a little of it, 1 or 2 ms; returns whether there is no more to do. */
  readonly advance: () => boolean;
  /** Whether it can wait for the trainer. */
  readonly isPatient: () => boolean;
};

/** Makes the function that takes on a task: all that are there go on in turns, together no longer than one alone. */
export function createTurns(): (task: Task) => void {
  const tasks: Task[] = [];
  let isWaiting = false;
  const wait = (): void => {
    if (isWaiting || tasks.length === 0) return;
    isWaiting = true;
    if (tasks.every(task => task.isPatient())) setTimeout(turn, rest).unref();
    else setImmediate(turn);
  };
  const turn = (): void => {
    const until = performance.now() + portion;
    // A task may take on others, itself too, while it works.
    for (let task = tasks.shift(); task !== undefined; task = performance.now() < until ? tasks.shift() : undefined) {
      if (!task.advance()) tasks.push(task);
    }
    isWaiting = false;
    wait();
  };
  return task => {
    tasks.push(task);
    wait();
  };
}
