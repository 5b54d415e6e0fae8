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
  /** Where there is no room for a line of its own. */
  withAccuracy: '{phase}, {accuracy}',
  epoch: 'Epoch {epoch}/{last}',
  speed: '{speed} images/s, {time} left',
  timeLeft: '{time} left',
  losses: 'Loss {train}, test {test}',
  meanTestLoss: 'Mean test loss {loss}',
  accuracy: 'Test accuracy {accuracy}',
  ended: {one: '{count} epoch, last run {time}', other: '{count} epochs, last run {time}'},
  noBetter: 'no better than guessing',
  toTrain: 't trains the network',
  fromRandom: 'from random weights',
  onFrom: {one: 'on from {count} epoch', other: 'on from {count} epochs'},
  onFromAccuracy: {one: 'on from {count} epoch, {accuracy}', other: 'on from {count} epochs, {accuracy}'},
  saved: {one: 'saved: {count} epoch;', other: 'saved: {count} epochs;'},
  savedAccuracy: {one: 'saved: {count} epoch, {accuracy};', other: 'saved: {count} epochs, {accuracy};'},
  toResume: '--resume goes on with it',
  savedIn: 'saved in {place}',
  savesIn: 'saves in {place}',
  keepsNone: 'keeps no weights',
} as const;

/** The chart of the losses. */
export const chart = {
  title: 'Loss',
  series: {train: 'train', test: 'test'},
  none: 'draws itself as the network learns',
  /** The moment that is looked at. */
  atStep: 'step {step}:',
  /** The loss of always answering 0.1. */
  guessing: 'guessing {loss}',
  /** A loss in one line: its first value, its way, its last value. */
  spark: '{name} {first} {bars} {last}',
  rate: 'rate {rate}',
  steps: 'step',
  epochs: 'epoch',
} as const;
