/** Why the chosen digit has its answer. */
export const why = {
  title: 'Why',
  working: 'working',
  digit: {
    right: '{subject}, answer {answer}, right',
    wrong: '{subject}, answer {answer}, wrong',
    open: '{subject}, answer {answer}',
  },
  lead: '{answer} leads {against}, {rival}, by {lead}',
  rivals: {
    runnerUp: 'the runner-up',
    label: 'the label',
    runnerUpAndLabel: 'the runner-up and the label',
    next: 'the third',
    typed: 'your choice',
  },
  /** The parts of the lead, and the lead, each behind its number. */
  parts: {
    for: ['pixels for {answer}', 'for {answer}'],
    against: ['pixels for {against}', 'for {against}'],
    biases: 'biases',
    blank: 'a blank picture',
    lead: 'lead',
  },
  /** The largest and the smallest part, each behind its number. */
  most: ['one pixel at most: row {row}, column {column}', 'row {row}, column {column}', 'at {row}, {column}'],
  least: ['one pixel at least: row {row}, column {column}', 'row {row}, column {column}', 'at {row}, {column}'],
  /** What the picture shows: in signs, and in colours. */
  signs: '{more} for {answer}, {less} for {against}, . ink that hardly counts',
  colours: '{more} for {answer}, {less} for {against}, grey: ink that hardly counts',
  orange: 'orange',
  blue: 'blue',
  /** The same where units are not on or off: integrated gradients. */
  integrated:
    'Bookkeeping, not a reason: what each pixel adds, on average, on the way from a blank picture to this one. Black pixels count 0.',
  bookkeeping: {
    one: 'Bookkeeping, not a reason: black pixels count 0, and changing a pixel can change the other parts. It holds for the one hidden unit that is on.',
    other:
      'Bookkeeping, not a reason: black pixels count 0, and changing a pixel can change the other parts. It holds for the {count} hidden units that are on.',
  },
  /** Where ink would change it. */
  ink: {
    title: 'What full ink on one black pixel would add:',
    signs: '{more} adds to the lead, {less} takes from it, . ink',
    colours: '{more} adds to the lead, {less} takes from it, grey: ink',
    changes: {
      one: 'Ink on {count} black pixel, the one that takes most, makes it answer {other}.',
      other: 'Ink on {count} black pixels, each the one that takes most then, makes it answer {other}.',
    },
    keeps: {
      one: 'Ink on {count} black pixel, the one that takes most, leaves the answer.',
      other: 'Ink on {count} black pixels, each the one that takes most then, leaves the answer.',
    },
    slopes: 'These are slopes: much ink can switch hidden units on or off, and then they are others.',
  },
  /** What the key asks next. */
  next: {
    label: 'w: against the label',
    third: 'w: against the third',
    typed: 'w: against a digit of your choice',
    ink: 'w: where ink would change it',
    close: 'w: close',
  },
} as const;
