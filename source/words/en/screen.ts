/** What stands around the panels and over them. */
export const screen = {
  tooSmall: 'needs {columns} columns, {rows} rows; q quits',
  /** What takes its time, once it has taken some. */
  waiting: '{what}, {seconds} s',
  seed: 'seed {seed}',
  /** An engine that was faster in its trial than the one on a GPU that computes. */
  faster: '{engine} would be faster',
  /** What a view shows while the lesson is open. */
  ofLesson: ["lesson's run", 'lesson'],
  /** The run of a race that is looked at. */
  lane: 'run {run} of {runs}',
  /** The hidden units that are switched off, until they are on. */
  off: 'off: {units}',
  /** The moment that is looked at, where it is not the newest. */
  moment: {accuracy: 'step {step}, {accuracy}', step: 'step {step}', brief: 'at {step}'},
  nothingToHold: 'nothing to choose from here',
  enter: 'Enter',
  /** What a key does once Enter has given the arrows to a panel. */
  afterEnter: 'then {help}',
  escape: 'Esc',
  closesCell: 'all mistakes',
  givesBack: 'back',
  /** What covers the panels, where there is more of it than there is room for; and what Esc does to it. */
  scrolls: 'scroll',
  closes: 'close',
  arrows: {label: 'Arrows', hint: 'digits'},
  index: 'Go to {split} index: {typed}',
  indexKeys: 'Enter goes, Esc cancels',
  against: 'Against which digit, 0 to 9: {typed}',
  againstKeys: 'Enter goes on, Esc cancels',
  /** The question when trained weights would be lost, and its answers. */
  afresh: '{key} again starts afresh with seed {seed}, Esc keeps it',
  resume: '{key} again goes on with the saved run, Esc keeps this one',
  answers: '{key} or y: yes, Esc or n: no',
  overlays: {summary: 'Model summary', keys: 'Keys'},
  close: 'Esc closes',
  /** The lines that are shown of what covers the panels. */
  range: '{first}-{last} of {count}',
} as const;

/** What each view is called. */
export const views = {
  learn: 'learn',
  mistakes: 'mistakes',
  network: 'network',
  map: 'map',
  draw: 'draw',
  runs: 'runs',
  lesson: 'lesson',
} as const;

/** What takes its time. */
export const waits = {
  dataset: 'loading the dataset',
  trying: 'trying {engine}',
  loading: 'loading {engine}',
  warming: 'warming up {engine}',
} as const;

/** How numbers are written: what stands between thousands, and times. */
export const written = {thousands: ',', seconds: '{time} s', minutes: '{time} min'} as const;

/** Where an engine runs. */
export const place = {
  device: '{engine} on {device}',
  threads: {
    one: '{engine} on {device}, {count} thread',
    other: '{engine} on {device}, {count} threads',
  },
} as const;
