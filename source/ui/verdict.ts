/** The colour of each verdict. */
export const verdictRoles = {right: 'good', wrong: 'bad', open: 'accent'} as const;

/** Whether an answer is the label; `open` where there is no label. */
export const verdictOf = (answer: number, label: number | undefined): keyof typeof verdictRoles =>
  label === undefined ? 'open' : answer === label ? 'right' : 'wrong';
