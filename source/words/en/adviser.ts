/**
 * What the adviser says, by its rules: what it noticed, the same in a few words, and what to do about it: `fix` in the
 * dashboard, with its keys, `plainFix` after a command, with options alone.
 */
export const adviser = {
  'not-finite': {
    message: 'Stopped at step {step}: the loss is no longer a number.',
    brief: 'no number at step {step}',
    fix: 'Start afresh with a learning rate of {rate}: lower it with -, then press r or s.',
    plainFix: 'Start afresh with a learning rate of {rate}: --learning-rate {rate}.',
  },
  exploded: {
    message: 'Steps {from} to {to} raised the loss from {before} to {loss}.',
    brief: 'loss {before} to {loss} by step {to}',
    fix: 'Lowering the learning rate now repairs nothing. Start afresh with {rate}: lower it with -, then press r or s.',
    plainFix: 'Start afresh with a learning rate of {rate}: --learning-rate {rate}.',
  },
  'most-units-dead': {
    message: '{dead} of {units} hidden units answer no digit any more, and dead units do not come back.',
    brief: '{dead} of {units} units dead',
    fix: 'Lowering the learning rate now revives none. Start afresh with {rate}: lower it with -, then press r or s.',
    plainFix: 'Start afresh with a learning rate of {rate}: --learning-rate {rate}.',
  },
  'one-answer': {
    message: 'It answers {answer} for {count} of {all} digits: the picture hardly matters any more.',
    brief: 'answers {answer} for {share} of digits',
    fix: 'Start afresh with a learning rate of {rate}: lower it with -, then press r or s.',
    plainFix: 'Start afresh with a learning rate of {rate}: --learning-rate {rate}.',
  },
  'far-off': {
    message: 'The first loss is {loss}, guessing is {guessing}: the weights that it began with are far too large.',
    brief: 'first loss {loss}',
    fix: 'Those weights do not fit pixels from 0 to 1: start afresh without --resume, or with the key r.',
    plainFix: 'Those weights do not fit pixels from 0 to 1: start afresh without --resume.',
  },
  overfits: {
    message: 'Best at epoch {epoch} (test loss {least}); now {test}, while training fell to {train}.',
    brief: 'best at epoch {epoch}, now overfits',
    fix: 'Epoch {epoch} was the place to stop: --epochs {epoch}; the key [ looks back at it. More images help, too.',
    plainFix: 'Epoch {epoch} was the place to stop: --epochs {epoch}. More images help, too.',
  },
  'doubtful-labels': {
    message: 'Train loss {train} is {times} times that of test: many train labels may be false.',
    brief: 'many train labels may be false',
    fix: 'Look at the mistakes of the train split, the widest lead first: the keys Tab and n.',
    plainFix: 'Look at the mistakes of the train split, the widest lead first: mistakes --split train.',
  },
  'by-heart': {
    message: 'Train loss {train}, test {test}: it knows its {images} images by heart.',
    brief: 'knows its {images} images by heart',
    fix: 'More train images are what helps, or these in ever new forms: --augment.',
    plainFix: 'More train images are what helps, or these in ever new forms: --augment.',
  },
  slow: {
    message: '{accuracy} right and still {change} points an epoch: the learning rate {rate} is low.',
    brief: 'learning rate {rate} is low',
    fix: 'Raise the learning rate to {better}: the key +, or --learning-rate {better}.',
    plainFix: 'Raise the learning rate to {better}: --learning-rate {better}.',
  },
  'hardly-learns': {
    message: 'After {step} steps the loss is {test}, guessing is {guessing}.',
    brief: 'loss still {test}',
    fix: 'Raise the learning rate to {better}: the key +, or --learning-rate {better}.',
    plainFix: 'Raise the learning rate to {better}: --learning-rate {better}.',
  },
  plateau: {
    message: '{accuracy} right, and two epochs changed the loss by {percent} %.',
    brief: 'stands still at {accuracy}',
    fix: 'Another learning rate than {rate} may get further: the keys + and -.',
    plainFix: 'Another learning rate than {rate} may get further: --learning-rate.',
  },
  'up-and-down': {
    message: 'The accuracy went {first}, {second}, {third} points in the last three epochs.',
    brief: 'accuracy goes up and down',
    fix: 'Lower the learning rate to {better}: the key -, or --learning-rate {better}; or take a larger batch: --batch-size {batch}.',
    plainFix:
      'Lower the learning rate to {better}: --learning-rate {better}; or take a larger batch: --batch-size {batch}.',
  },
  'never-answers': {
    message: 'It never answers {answers}.',
    brief: 'never answers {answers}',
    fix: 'More hidden units may help: --hidden {hidden}.',
    plainFix: 'More hidden units may help: --hidden {hidden}.',
  },
  'many-units-dead': {
    message: '{dead} of {units} hidden units are dead; {few} to {usual} is usual.',
    brief: '{dead} of {units} units dead',
    fix: 'A learning rate of {rate} from the start of a run leaves more of them alive: lower it with -, then press r or s.',
    plainFix: 'A learning rate of {rate} from the start of a run leaves more of them alive: --learning-rate {rate}.',
  },
  'few-steps': {
    message: 'An epoch is {steps} steps ({left} of {images} images left over).',
    brief: 'few steps an epoch: {steps}',
    fix: 'A smaller batch gives it more: --batch-size {batch}.',
    plainFix: 'A smaller batch gives it more: --batch-size {batch}.',
  },
  'earlier-was-better': {
    message: 'Epoch {epoch} had {best}, now {now}.',
    brief: 'epoch {epoch} was better',
    fix: 'Epoch {epoch} was the place to stop: --epochs {epoch}; the key [ looks back at it.',
    plainFix: 'Epoch {epoch} was the place to stop: --epochs {epoch}.',
  },
  'limit-not-reached': {
    message: "The last test batch's loss is {loss}; the early stop wants less than {limit}.",
    brief: 'early stop not reached',
    fix: 'More epochs may reach it, or another learning rate: t trains one more, + and - change the rate.',
    plainFix: 'More epochs may reach it, or another learning rate: --epochs, --learning-rate.',
  },
} as const;

/** The same of single cases. */
export const adviserCases = {
  /** One step did it. */
  oneStep: 'Step {from} raised the loss from {before} to {loss}.',
  /** The loss got worse, and no fewer answers are right. */
  surer: 'Best at epoch {epoch} (test loss {least}); now {test}: surer when wrong, accuracy unchanged.',
  /** What to do where the network is too small, where it is broken, and where the learning rate is not to blame. */
  moreUnits: {
    fix: 'More hidden units get further: --hidden {hidden}.',
    plainFix: 'More hidden units get further: --hidden {hidden}.',
  },
  afresh: {
    fix: 'Start afresh with a learning rate of {rate}: lower it with -, then press r or s.',
    plainFix: 'Start afresh with a learning rate of {rate}: --learning-rate {rate}.',
  },
  /** The same where a key would have to be pressed again and again. */
  afar: {
    fix: 'Start afresh with a learning rate of {rate}: start the program with --learning-rate {rate}.',
    plainFix: 'Start afresh with a learning rate of {rate}: --learning-rate {rate}.',
  },
  labels: {
    fix: 'Look whether images and labels belong together; another learning rate than {rate} may help: the keys + and -.',
    plainFix:
      'Look whether images and labels belong together; another learning rate than {rate} may help: --learning-rate.',
  },
  /** An epoch is a single step; and there are too few images for a small batch to help. */
  oneStepEpoch: 'An epoch is 1 step ({left} of {images} images left over).',
  moreImages: {
    fix: 'More train images are what helps: so few do not fill many batches.',
    plainFix: 'More train images are what helps: so few do not fill many batches.',
  },
} as const;

/** Around what the adviser says. */
export const advice = {
  title: 'Advice',
  none: 'Nothing to advise so far.',
  now: 'What the adviser notices in this run, the most severe first',
  earlier: 'Noticed earlier in this run',
  /** In the footer, after the key. */
  one: 'advice: {first}',
  both: 'advice: {first}; {second}',
  bothLong: 'advice: {first} {second}',
  /** A line of the command `train`, and of a screen reader. */
  line: 'Advice: {message} {fix}',
} as const;
