/** What stands on the normal screen after the dashboard, when it has trained. */
export const receipt = {
  result: {
    one: 'Seed {seed}: {accuracy} right after {count} epoch, {wrong} of {all} wrong',
    other: 'Seed {seed}: {accuracy} right after {count} epochs, {wrong} of {all} wrong',
  },
  weakness: {
    one: 'Seed {seed}: {accuracy} right after {count} epoch, {wrong} of {all} wrong; {label} read as {answer} is its weakness',
    other:
      'Seed {seed}: {accuracy} right after {count} epochs, {wrong} of {all} wrong; {label} read as {answer} is its weakness',
  },
  /** Where a run ended in its first epoch, which is no newest run for others. */
  unfinished: {
    one: 'Seed {seed}: stopped in its first epoch, after {count} step',
    other: 'Seed {seed}: stopped in its first epoch, after {count} steps',
  },
  /** A path or a command comes after each of these. */
  goOn: 'To go on:',
  saved: 'Saved in',
  answers: 'Its answers:',
  again: 'The same run again:',
  /** Where the learning rate was changed on the way, which no command does. */
  almostAgain: 'Again, with one learning rate:',
} as const;
