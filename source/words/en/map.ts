/** The digits as points between the answers, or in the plane of two directions. */
export const map = {
  title: 'Map',
  none: ['the digits are being looked through', 'being looked through'],
  wheel: ['each digit hangs between what it may be', 'between the answers', 'between answers'],
  /** The share that the two directions have; while they follow those with the most, how much those have. */
  directions: [
    'hidden values in their two principal directions: {share} of the variance',
    'two directions, {share} of the variance',
    '{share} of the variance',
    '{share} of variance',
  ],
  following: [
    'hidden values, turning to their two principal directions: {share} of the variance, there {most}',
    'turning: {share} of the variance of at most {most}',
    '{share} of the variance, at most {most}',
    '{share} of variance',
  ],
  /** What is drawn: of how many digits, and the mark of a mistake; in the wheel what a corner is, too. */
  legends: {
    wheel: [
      'the first {shown} of {count} {split} digits; {mistakes} in it, {mark}; corner = answer',
      '{shown} {split} digits; {mistakes}, {mark}; corner = answer',
      '{shown} digits, {mistakes} {mark}; corner = answer',
      '{mistakes} {mark}',
      '{mistakes}',
    ],
    directions: [
      'the first {shown} of {count} {split} digits as their labels; {mistakes} in it, {mark}',
      '{shown} of {count} {split} digits; {mistakes}, {mark}',
      '{mistakes} {mark}',
      '{mistakes}',
    ],
  },
  mistakes: {one: '{count} mistake', other: '{count} mistakes'},
  /** How mistakes are marked: in colours, and without. */
  marks: {coloured: 'in red', plain: 'as {mark}'},
  /** The digit under the cursor. */
  pointed: [
    '{split} {index}: label {label}, answer {answer}',
    '{index}: {label}, answer {answer}',
    '{label} as {answer}',
  ],
  /** The same while its answer is hidden. */
  hidden: ['{split} {index}: label {label}, p shows the answer', '{index}: {label}, p: answer', 'p shows the answer'],
  hint: 'points',
  enter: 'points, other map',
  walk: {help: 'nearest digit that way'},
  show: {help: 'show the digit', hint: 'show'},
  switch: {help: 'wheel or two directions', hint: 'other map'},
} as const;
