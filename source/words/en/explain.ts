import {runPanels} from './explain-runs.js';

/**
 * What each panel shows, and what its figures mean; then what is often thought of it, and how it is. A text by the names
 * of losses or activations holds for the one that is trained with. A text with a name that has no value yet is left out.
 */
export const panels = {
  digit: {
    title: 'The digit',
    says: [
      'One image as the network gets it: 28 x 28 pixels, so 784 numbers from 0 for paper to 255 for ink, each divided by 255.',
      'Above it stand its split, its index and its label, which is what people say it is. Train digits are learned from; test digits are only asked about.',
    ],
    thought: [
      'Often thought: it sees shapes. It sums pixels, each times a weight of its own, and does not know which of them are neighbours: with the pixels of all images in one other order (--scramble) it learns as well.',
    ],
  },
  prediction: {
    title: 'Prediction',
    says: [
      'The ten scores, a bar and a number for each digit; the digit with the largest is the answer, and the small bars behind, where there is room, show how each score came about in training.',
      'Here {answer} is largest with {score}, and leads the next by {lead}.',
      {
        mse: 'Training pulls the score of the label towards 1 and the nine others towards 0.',
        'cross-entropy':
          'Training pulls the score of the label above the nine others; how large each is by itself does not matter.',
      },
    ],
    thought: [
      'Often thought: scores are percents. A score can be below 0 or above 1, and nothing makes the ten add up to 100 % or to any other number: here they add up to {sum}.',
      'Often thought: the largest score means that it is sure. Something is always largest, for a scribble too. How far it leads says more, and some mistakes lead far.',
    ],
  },
  training: {
    title: 'Training',
    says: [
      'How good it is and how far it has come: the share of the {tests} test digits that it reads right, how many are wrong, the epoch, the step, and the pace, which is how fast it may go.',
      'Now {accuracy} are right and {wrong} wrong. The points are the change since the epoch before; a change below 0.3 may be luck.',
      'A step answers {batch} images and then moves all {parameters} weights and biases a little; {steps} steps are an epoch, once through {images} train images. The learning rate {rate} says how little.',
    ],
    thought: [
      'Often thought: it goes on learning while it predicts. An answer changes no weight; a step of training does.',
      'Often thought: more epochs always help. After some, the network gets better on the images that it trains with and no better, or worse, on others.',
    ],
  },
  lights: {
    title: 'Hidden units',
    says: [
      'A light for each of the {hidden} hidden units: the brighter, the more of the train digits that were looked through raise it above 0.',
      {
        relu: 'A dark one is dead: at 0 for every digit. It has no gradient then, so training does not bring it back. Dead now: {dead}; 5 to 15 of 128 are usual.',
        sigmoid: 'With sigmoid every value is above 0, so that all lights are on.',
        tanh: 'With tanh a unit below 0 adds to the scores, too: a dark one is never above 0, and no more than that.',
      },
    ],
    thought: [
      'Often thought: every unit is needed. With 20 of 128 switched off at random it still reads some 94 of 100 digits, and with 64 off some 81.',
    ],
  },
  wall: {
    title: 'First digits',
    says: [
      'The first digits of the split, each with a mark for right or wrong and the answer; after a wrong answer the label stands in brackets. The title counts how many are right.',
      'Watch it in the first twenty steps: most of what it learns, it learns there.',
    ],
    thought: [
      'Often thought: at the start it knows nothing. Its random weights give some answer to everything, and by the loss that is worse than ignoring the picture and giving each digit the same score.',
    ],
  },
  chart: {
    title: 'Loss',
    says: [
      'How wrong the scores are, step by step: of the train images that were just learned from, and of all {tests} test digits. Lower is better, 0 is perfect.',
      {
        mse: 'The line of guessing, {guessing}, is the loss of giving each digit the score 0.1; a fresh network is worse than that, at about 0.11.',
        'cross-entropy': 'The line of guessing, {guessing}, is the loss of ten equal scores.',
      },
      'l spaces the steps evenly or by their ratios, which gives the first ones room.',
    ],
    thought: [
      'Often thought: loss and accuracy add up to 100. They measure two things: the loss how far all ten scores are off, the accuracy only which is largest. Both can rise together.',
    ],
  },
  confusion: {
    title: 'Confusion matrix',
    says: [
      'Each row is what digits are, each column what they are taken for, each cell how many of the {tests} test digits that was.',
      'From the upper left to the lower right are the right answers; all else are mistakes: row 4, column 9 counts fours read as nines.',
    ],
    thought: [],
  },
  matrix: {
    title: 'Confusion matrix',
    says: [
      'Each row is what digits are, each column what they are taken for, each cell how many. Right answers lie from the upper left to the lower right, mistakes beside them: row 4, column 9 counts fours read as nines.',
      'rec, the recall, is the share of a row that is read right, in percent; pre, the precision, the share of a column that is. Enter and the arrows open the digits of a cell.',
    ],
    thought: [],
  },
  mistakes: {
    title: 'Mistakes',
    says: [
      'The digits that it reads wrong, each with the answer and, in brackets, the label. The answer that leads its runner-up the farthest comes first: it is the one that the network is most sure of.',
    ],
    thought: [
      'Often thought: what is hard for it is hard for people. Look through them: many are plain to you. The quiz (u) counts it.',
    ],
  },
  verdict: {
    title: 'Answer',
    says: [
      'What the chosen digit is taken for, whether that is right, and by how much its score leads the second one and, where it is wrong, the label.',
      'Below it: which of the mistakes this is, in their order.',
    ],
    thought: [],
  },
  picture: {
    title: 'The unit as a picture',
    says: [
      'The weights from the 784 pixels to the unit that is chosen, or how far they have moved since the start, each where its pixel is.',
      'Orange or + says that ink there makes the unit larger, blue or - that it makes it smaller. Pixels that no image ever inks keep their first weights, which mean nothing.',
    ],
    thought: [],
  },
  unit: {
    title: 'The unit',
    says: [
      'What the chosen unit comes to for the chosen digit, for what share of digits it is above 0, and the ten weights by which it goes into the scores: it adds its value times each of them.',
      'Then the lead of the answer over the runner-up as a sum: what the units that move it most add, the others together, and the biases. It adds up.',
      'x switches the unit off and shows what that costs, in all and for the digit that suffers most.',
    ],
    thought: [
      'Often thought: a unit stands for one digit. It goes into all ten scores, and most units answer several digits.',
    ],
  },
  tiles: {
    title: 'All hidden units',
    says: [
      'The same picture, small, for each of the {hidden} units. The number below is the unit, the percent for what share of digits it is above 0.',
      'Enter and the arrows choose one, o puts them in another order, Space shows the weights themselves.',
    ],
    thought: [],
  },
  map: {
    title: 'Map',
    says: [
      'Each character is a digit of the split. On the wheel the ten answers stand in a circle and a digit hangs between those that its scores speak for: near the rim it is plain, in the middle doubtful. Mistakes are marked.',
      'o shows the hidden values instead, in the two directions in which they spread most; the title says what share of all their spread that is, and how much is hidden from you.',
    ],
    thought: [],
  },
  canvas: {
    title: 'Canvas',
    says: [
      'Where you draw, 28 x 28 pixels: with the mouse, or with Enter, the arrows and Space. d draws on the chosen digit, as it is.',
    ],
    thought: [],
  },
  sees: {
    title: 'What the network sees',
    says: [
      "Your drawing made as MNIST's images were: shrunk or grown to fit 20 pixels, its strokes as thick, its weight in the middle. This is what gets the scores; a digit that is drawn upon is left as it is.",
    ],
    thought: [],
  },
  flips: {
    title: 'What flips the answer',
    says: [
      'The fewest pixels found whose change gives another answer: inked or erased one after the other, each the one that moves the scores most. o marks them.',
      'For test digits 4 are usual, of 784. That is how little it takes where pixels are summed.',
    ],
    thought: [],
  },
  form: {
    title: 'Next run',
    says: [
      'The settings of the next run, each with a sentence when it is chosen. Enter, the arrows and Space put several into a race.',
      'Change one at a time: else you cannot say which of them did it.',
    ],
    thought: [],
  },
  ...runPanels,
} as const;

/** The headings of what is explained. */
export const explain = {
  title: 'Explained',
  panels: 'What is on the screen',
  overlays: 'What keys show over it',
  glossary: 'Words, from A to Z',
  /** A key or a word, and what it is. */
  entry: '{word}: {text}',
} as const;
