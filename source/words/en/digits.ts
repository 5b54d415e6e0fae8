/** The chosen digit and its label. */
export const digit = {
  title: '{split} {index}',
  loading: 'loading',
  label: 'label {label}',
} as const;

/** What the network says to it. */
export const prediction = {
  title: 'Prediction',
  toPredict: 'p shows the answer',
  working: 'working',
  /** Whether it is the label, of trained and of random weights. */
  verdicts: {
    trained: {right: 'answer {answer}, right', wrong: 'answer {answer}, wrong'},
    random: {
      right: 'answer {answer}, right; weights are random',
      wrong: 'answer {answer}, wrong; weights are random',
    },
  },
  /** The same beside the title of a narrow panel. */
  briefVerdicts: {right: '{answer}, right', wrong: '{answer}, wrong'},
  score: 'score {score}',
  label: 'label',
} as const;

/** The first digits of the split, with the answers. */
export const wall = {title: 'First digits of {split}', right: '{right} of {count} right'} as const;

/** Which digits are taken for which. */
export const confusion = {
  title: 'Confusion',
  axes: 'row: label, column: answer',
  none: 'after the first evaluation',
  /** A digit that is taken for another so many times; the most frequent of these; none of them. */
  as: '{label} as {answer}: {count}',
  most: 'most often {confusions}',
  noMistake: 'no digit is taken for another',
} as const;
