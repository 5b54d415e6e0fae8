/** What is known of the loss: mean squared error over ten scores against a one-hot label. */
export const meanSquaredErrorFacts = {
  /** The loss of always answering 0.1 for every digit, which is the best that a network can do without looking. */
  guessing: 0.09,
  /** The loss of the last test batch below which the tutorial stops early. */
  earlyStop: 0.015,
} as const;

/** Whether a network has learned anything: its mean test loss is below that of guessing by more than luck. */
export const hasLearned = (meanTestLoss: number): boolean => meanTestLoss < 0.99 * meanSquaredErrorFacts.guessing;

/** Whether a loss is so large, or no number, that training has run away. */
export const hasDiverged = (loss: number): boolean => !(loss <= 10 * meanSquaredErrorFacts.guessing);
