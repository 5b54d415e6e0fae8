/** A timer for the earliest of the times that are asked for. */
export type Alarm = {
  /** @param time when it is wanted at the latest, by performance.now() */
  by(time: number): void;
  cancel(): void;
};

/** Creates an alarm; `ring` is called once, at the earliest time that was asked for since the last ring. */
export function createAlarm(ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  const cancel = (): void => {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
  };
  return {
    by(time) {
      if (time >= due) return;
      due = time;
      clearTimeout(timer);
      timer = setTimeout(() => {
        cancel();
        ring();
      }, time - performance.now());
    },
    cancel,
  };
}
