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
  /** In the place of the accuracy while it is being found: of a moment, or without some hidden units. */
  counting: ['Accuracy', 'being counted'],
  /** After the accuracy, where it is of a step before the newest and there is no line for that. */
  at: 'at step {step}',
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
  paces: {
    watch: ['pace watch', 'watch'],
    full: ['full pace', 'full'],
    steps: {one: '{count} step/s', other: '{count} steps/s'},
    stepsBriefly: '{pace}/s',
  },
  rate: 'rate {rate}',
  speed: '{speed} images/s',
  back: ['step {step}, looking back: ] to live', 'step {step}, back: ] to live', 'step {step}, ] to live'],
  live: 'live: step {step}, {doing}',
  /** The first digits of the split, each right or wrong. */
  first: ['first {count} {marks} {right} right', '{marks} {right}', '{marks}'],
  /** What is there before training, and how it begins; each then more briefly. */
  what: [
    {
      one: 'a network of {count} hidden unit, its weights still random',
      other: 'a network of {count} hidden units, its weights still random',
    },
    {one: '{count} unit, random weights', other: '{count} units, random weights'},
    {one: '{count} unit, all random', other: '{count} units, all random'},
  ],
  toTrain: ['t lets it learn to read digits', 't lets it learn digits'],
  /** Where what goes on was finished before. */
  toTrainMore: ['it is finished; t trains one more epoch', 'finished; t: one more epoch'],
  toTrainAt: ['t lets it learn to read digits at rate {rate}', 't lets it learn, rate {rate}', 't: learn, rate {rate}'],
  tooFew: [
    '{images} train images fill no batch of {batchSize}: start with --batch-size {images} or less',
    '{images} images, no batch of {batchSize}: --batch-size {images}',
  ],
  /** Where the pixels of all images are in the same other order. */
  scrambled: [
    'pixels scrambled: it sums pixels, it sees no shapes',
    'scrambled: it sees no shapes',
    'scrambled: no shapes',
  ],
  onFrom: {one: 'on from {count} epoch', other: 'on from {count} epochs'},
  /** Of a run that was stopped in its first epoch. */
  onFromStep: 'on from step {step}',
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
    diverged: [
      'the loss ran away at rate {rate}: back at step {step}',
      'ran away, rate {rate}: step {step}',
      'ran away: at step {step}',
    ],
  },
  next: {
    mistakes: [
      'n shows the first mistake, t trains one more epoch',
      'n shows the first mistake',
      'n: the first mistake',
    ],
    noMistake: ['t trains one more epoch'],
    stopped: ['t goes on'],
    /** The same with another learning rate than before. */
    mistakesAt: [
      'n shows the first mistake, t trains one more epoch at rate {rate}',
      't trains one more epoch at rate {rate}',
      't: one more at rate {rate}',
    ],
    stoppedAt: ['t goes on at rate {rate}'],
    diverged: ['- lowers the learning rate, t goes on', '- lowers the rate'],
    /** The adviser has something to say; the first line with it where the weights are of no use. */
    advised: ['v: what to do, t goes on', 'v: what to do'],
    noBetterAdvised: ['no better than guessing: v says what to do', 'no better; v: what to do'],
    noBetter: ['no better than guessing'],
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
