/** What the dashboard says of the training. */
export const training = {
  title: 'Training',
  phases: {
    loading: 'loading',
    ready: 'ready',
    starting: 'starting',
    training: 'training',
    paused: 'paused',
    stopping: 'stopping',
    failed: 'failed',
  },
  endings: {
    'early-stop': 'early stop',
    epochs: 'all epochs done',
    stopped: 'stopped',
    diverged: 'diverged',
  },
  /** The change of the accuracy, in hundredths of all digits; less than 0.3 of them is luck. */
  change: '{change} points',
  /** How many test digits are wrong, and of a moment before the newest weights; `test` in words where train digits are shown. */
  ofWrong: {
    test: {
      wrong: '{wrong} of {count} wrong',
      at: ['{wrong} of {count} wrong, at step {step}', '{wrong} wrong at step {step}', '{wrong} wrong'],
    },
    train: {
      wrong: '{wrong} of {count} test wrong',
      at: ['{wrong} of {count} test wrong, at step {step}', '{wrong} test wrong at step {step}', '{wrong} test wrong'],
    },
  },
  epoch: 'Epoch {epoch} of {last}, {percent} %',
  step: 'step {step}, {doing}',
  paces: {watch: ['pace watch', 'watch'], full: ['full pace', 'full'], steps: ['{pace} steps/s', '{pace}/s']},
  rate: 'rate {rate}',
  speed: '{speed} images/s',
  back: ['step {step}, looking back: ] to live', 'step {step}, back: ] to live', 'step {step}, ] to live'],
  live: 'live: step {step}, {doing}',
  /** The first digits of the split, each right or wrong. */
  first: ['first {count} {marks} {right} right', '{marks} {right}', '{marks}'],
  /** What is there before training, and how it begins; each then more briefly. */
  what: [
    'a network of {hidden} hidden units, its weights still random',
    '{hidden} units, random weights',
    '{hidden} units, all random',
  ],
  toTrain: ['t lets it learn to read digits', 't lets it learn digits'],
  /** Where the pixels of all images are in the same other order. */
  scrambled: [
    'pixels scrambled: it sums pixels, it sees no shapes',
    'scrambled: it sees no shapes',
    'scrambled: no shapes',
  ],
  onFrom: {one: 'on from {count} epoch', other: 'on from {count} epochs'},
  onFromAccuracy: {one: 'on from {count} epoch, {accuracy}', other: 'on from {count} epochs, {accuracy}'},
  saved: {one: 'saved: {count} epoch;', other: 'saved: {count} epochs;'},
  savedAccuracy: {one: 'saved: {count} epoch, {accuracy};', other: 'saved: {count} epochs, {accuracy};'},
  toResume: 'c goes on with it',
  savedIn: 'saved in {place}',
  savesIn: 'saves in {place}',
  keepsNone: 'keeps no weights',
} as const;

/** The early-stop rule while a run is trained, ever more briefly: it looks at the last test batch alone, as the tutorial does. */
export const rule = {
  notYet: [
    "may stop from epoch {earliest} on, when the last test batch's loss is below {limit}",
    'may stop from epoch {earliest} on',
  ],
  belowEarly: [
    "the last test batch's loss {loss} is below {limit}: waits for epoch {earliest}",
    'waits for epoch {earliest}',
  ],
  above: ["the last test batch's loss {loss} is not below {limit}: goes on", 'goes on: {loss}, not < {limit}'],
  stops: ["the last test batch's loss {loss} is below {limit}: stops", 'stops: {loss} < {limit}'],
  noBetter: 'no better than guessing',
} as const;

/** Why a training has ended, and what to do next; each ever more briefly. */
export const ends = {
  why: {
    'early-stop': [
      "stopped after epoch {epoch}: the last test batch's loss {loss} is below {limit}",
      'early stop, epoch {epoch}',
    ],
    epochs: ['epoch {epoch} of {last} is done', 'epoch {epoch} of {last} done'],
    stopped: ['stopped in epoch {epoch} of {last}, at step {step}', 'stopped in epoch {epoch} of {last}'],
    diverged: ['the loss ran away: back at step {step}', 'ran away: at step {step}'],
  },
  next: {
    mistakes: [
      'n shows the first mistake, t trains one more epoch',
      'n shows the first mistake',
      'n: the first mistake',
    ],
    noMistake: ['t trains one more epoch'],
    stopped: ['t goes on'],
    diverged: ['- lowers the learning rate, t goes on', '- lowers the rate'],
    noBetter: ['no better than guessing: - lowers the learning rate, t goes on', 'no better than guessing'],
  },
} as const;

/** The chart of the losses. */
export const chart = {
  /** With the usual axes, with steps evenly, and with the logarithm of the loss, too. */
  titles: {watch: 'Loss', linear: 'Loss, linear', logarithmic: 'Loss, log'},
  series: {train: 'train', test: 'test'},
  none: ['draws itself as the network learns', 'draws itself as it learns', 'no losses yet'],
  /** The moment that is looked at. */
  atStep: ['step {step}:', '{step}:'],
  /** The loss of always answering 0.1. */
  guessing: 'guessing {loss}',
  /** A loss in one line: its first value, its way, its last value. */
  spark: '{name} {first} {bars} {last}',
  rate: 'rate {rate}',
  steps: 'step',
  epochs: 'epoch',
} as const;
