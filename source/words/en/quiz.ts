/** The quiz: hard digits, the user first, then the network. */
export const quiz = {
  title: 'Quiz',
  place: 'digit {place} of {count}',
  asks: 'Which digit is it?',
  asksNamed: 'Which of these is it?',
  name: '{digit} {name}',
  intro: {
    one: '{count} test digit that the network finds hard, drawn by seed {seed}. You first, then the machine.',
    other: '{count} test digits that the network finds hard, drawn by seed {seed}. You first, then the machine.',
  },
  label: 'the label is {label}',
  you: {right: 'you: {answer}, right', wrong: 'you: {answer}, wrong', skipped: 'you: skipped'},
  machine: {right: 'machine: {answer}, right', wrong: 'machine: {answer}, wrong'},
  scores: 'you {you}, machine {machine} of {of}',
  /** What both have come to, at the end. */
  result: 'You read {you} right, the machine {machine}, of {of}.',
  /** A first step against the thought that both find the same digits hard. */
  apart: 'Of the {wrong} that it read wrong you read {yours} right: hard for it is not hard for people.',
  shareTitle: 'To share:',
  share: 'mnist-tui quiz, seed {seed}: me {you}, machine {machine} of {of}',
  differed: 'Where you differed:',
  alike: 'You differed on none.',
  columns: ['index', 'label', 'you', 'machine'],
  skipped: 'skipped',
  empty: 'There is no test digit to ask for.',
  /** The keys, as the footer has them. */
  hints: {
    digit: ['0-9', 'answer'],
    skip: ['Space', 'skip'],
    next: ['Space', 'next'],
    ends: ['Esc', 'end'],
    another: ['u', 'new'],
    scroll: ['Arrows', 'scroll'],
    closes: ['Esc', 'close'],
  },
  /** Keys that are none of the quiz's. */
  onlyAnswers: 'a digit from 0 to 9 answers, Space skips, Esc ends the quiz',
  onlyNext: 'Space shows the next digit, Esc ends the quiz',
  onlyClose: 'u: another quiz, Esc closes this one',
  /** Without the dashboard. */
  prompt: '{place} of {count}: which digit is it? 0 to 9, Space skips, Esc ends: ',
  told: '{label}; {you}; {machine}  ({scores})',
  needsScreen: 'the quiz needs the screen: its digits are pictures',
} as const;
