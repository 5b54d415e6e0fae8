/** How many pages the lesson has. */
export const pageCount = 14;

/** How many answers each of its questions has. */
export const answerCount = 3;
