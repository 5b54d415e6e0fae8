/** What the splits are called, which `{split}` stands for. */
export const splitNames = {train: 'train', test: 'test'} as const;

/** What is said of digits, and then of images of something else: each first text becomes the second. */
export const ofImages: readonly (readonly [digit: string, image: string])[] = [['digit', 'image']];

/** The chosen digit and its label. */
export const digit = {
  title: '{split} {index}',
  loading: 'loading',
  falseLabel: 'label {label}, really {own}',
  label: 'label {label}',
} as const;

/** What is looked at, in a sentence. */
export const subject = {
  digit: '{split} {index}',
  drawing: 'the drawing',
  labelled: '{name}: label {label}',
} as const;

/** What the network says to it. */
export const prediction = {
  title: 'Prediction',
  toPredict: 'p shows the answer',
  working: 'working',
  /** Of a drawing that is not begun. */
  blank: 'nothing drawn',
  /** Whether it is the label, of trained and of random weights; `open`: there is no label. */
  /** Behind the verdict, where the ten numbers are shares that add up to 1. */
  shares: ', softmax',
  verdicts: {
    trained: {right: 'answer {answer}, right', wrong: 'answer {answer}, wrong', open: 'answer {answer}'},
    random: {
      right: 'answer {answer}, right; weights are random',
      wrong: 'answer {answer}, wrong; weights are random',
      open: 'answer {answer}; weights are random',
    },
  },
  /** The same beside the title of a narrow panel. */
  briefVerdicts: {right: '{answer}, right', wrong: '{answer}, wrong', open: '{answer}'},
  score: 'score {score}',
  label: 'label',
} as const;

/** The first digits of the split, with the answers. */
export const wall = {
  title: 'First digits of {split}',
  /** What stands below a picture that is wrong comes with it, where there is room. */
  right: ['{right} of {count} right; wrong: answer (label)', '{right} of {count} right'],
  hint: 'digit, Enter chooses it',
} as const;

/** The hidden units as lights. */
export const lights = {
  title: 'Hidden units',
  none: 'as the digits are looked through',
  /** With another activation than ReLU: what makes a light bright. */
  bright: [
    'bright: above {level} for many of {digits} train digits',
    'bright: above {level} for many digits',
    'above {level} for many',
    'above {level}',
  ],
  /** How many never answer: for none of the digits that were looked through are they above 0. */
  dead: [
    '{dead} of {count} dead: at 0 for all of {digits} train digits',
    '{dead} of {count} dead: at 0 for every digit',
    '{dead} of {count} dead',
    '{dead} dead',
  ],
} as const;

/** The digits that the network gets wrong. */
export const mistakes = {
  title: 'Mistakes',
  none: 'the digits are being looked through',
  /** How many, their order, and what stands below each. */
  of: [
    '{mistakes} of {count}, the widest lead first: answer (label)',
    '{mistakes}, widest lead first: answer (label)',
    '{mistakes} of {count}: answer (label)',
    '{mistakes} of {count}',
    '{mistakes}',
  ],
  soFar: [
    '{mistakes} of {done} so far, of {count}: answer (label)',
    '{mistakes} of {done} so far: answer (label)',
    '{mistakes} of {done}',
    '{mistakes}',
  ],
  /** The same of a split with false labels: whose label is another than the answer, and how many of the false ones those are. */
  doubted: [
    '{mistakes} labels doubted, {found} of the {all} false ones: answer (label)',
    '{mistakes} doubted, {found} of {all} false labels',
    '{mistakes}, {found} of {all} false',
    '{mistakes}',
  ],
  /** The digits of a cell of the confusion matrix. */
  cellWrong: '{what}, the widest lead first',
  cellRight: '{what}, the least lead first',
  cellSoFar: '{what}, of {done} so far',
} as const;

/** What is right and wrong about an answer, and which of the mistakes it is. */
export const verdict = {
  title: 'Answer',
  right: '{answer}, right',
  wrong: '{answer}, wrong',
  wrongLabel: '{answer}, wrong: label {label}',
  label: 'the label is {label}',
  lead: '{answer} leads {second} by {lead}',
  leadOverLabel: ', {label} by {lead}',
  mistakes: {
    place: 'mistake {place} of {count}',
    elsewhere: 'n shows {count} mistakes',
    none: 'no mistake',
  },
  cell: {
    place: '{place} of {count} in this cell',
    elsewhere: 'n shows {count} in this cell',
    none: 'no digit in this cell',
  },
  soFar: 'of {done} so far, of {count}',
  /** Newer weights have not looked through all digits yet. */
  asOf: 'found at step {step}',
  looking: 'the digits are being looked through',
} as const;

/** What has changed since a moment. */
export const changes = {
  title: 'What has changed',
  summary: '{learned} learned, {forgotten} forgotten since step {from}: {before} wrong then, {now} wrong at step {to}',
  /** The evaluations are of the network as it was trained, whatever is switched off. */
  allUnits: '{summary}, with all units on',
  learned: 'Learned: wrong then, right now',
  /** Below each of these stands what it is taken for now. */
  forgotten: ['Forgotten: right then, wrong now, as answer (label)', 'Forgotten: right then, wrong now'],
  none: 'Nothing to compare yet: that takes two evaluations',
} as const;

/** Which digits are taken for which. */
export const confusion = {
  title: 'Confusion',
  axes: 'row: label, column: answer',
  /** The same where there is no room for thousands in whole: 5.9 is 5,900. */
  axesInThousands: 'row label, column answer; 1.2 = 1,200',
  none: 'after the first evaluation',
  looking: 'the digits are being looked through',
  hint: 'cell, Enter opens it',
  enter: 'matrix',
  figures: ['recall', 'precision'],
  briefFigures: ['rec', 'pre'],
  meanings: [
    'recall: of those with the label, the share that is read right',
    'precision: of those that are read so, the share that is right',
  ],
  /** A digit that is taken for another so many times; the most frequent of these; none of them. */
  as: '{label} as {answer}: {count}',
  most: 'most often {confusions}',
  noMistake: 'no digit is taken for another',
} as const;

/** A cell of the confusion matrix: digits with a label that get an answer; of classes that are no digits, by their names. */
export const cells = {
  wrong: '{count} {label} read as {answer}',
  right: '{count} {label} read right',
  named: {wrong: '{label} read as {answer}: {count}', right: '{label} read right: {count}'},
  one: {
    labels: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
    answers: ['a zero', 'a one', 'a two', 'a three', 'a four', 'a five', 'a six', 'a seven', 'an eight', 'a nine'],
  },
  other: {
    labels: ['zeros', 'ones', 'twos', 'threes', 'fours', 'fives', 'sixes', 'sevens', 'eights', 'nines'],
    answers: ['zeros', 'ones', 'twos', 'threes', 'fours', 'fives', 'sixes', 'sevens', 'eights', 'nines'],
  },
} as const;

/** The train digits that are nearest to the chosen one. */
export const nearest = {
  title: 'Nearest train digits',
  /** The chosen digit: its label, and the answer to it. */
  chosen: '{subject}, answer {answer}',
  /** A drawing without a label, among them. */
  drawing: 'drawing',
  pixels: 'By pixels, of all {count}',
  hidden: 'By hidden units, of the first {count}',
  seeking: 'the digits are being looked through',
  /** What most of the nearest say. */
  agree: 'By pixels {pixels} of {of} say {label}; inside the network, too: {hidden} of {of}.',
  disagree: 'By pixels {pixels} of {of} say {pixelLabel}; inside the network {hidden} of {of} say {hiddenLabel}.',
  /** A neighbour: its label and its index. */
  caption: '{label} #{index}',
} as const;
