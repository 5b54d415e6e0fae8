/** What each thing shows that a key puts over the panels, and what is often thought of it. */
export const overlayTexts = {
  why: 'Each inked pixel with what it adds to the lead of the answer, and one number for the biases; together they are the lead. Often thought: that is the reason. It is bookkeeping: black pixels count 0, and one changed pixel can change the parts of the others.',
  numbers:
    'The pixels as numbers, the ten scores beside what is wanted of them, the loss that this makes, and after a single step how one weight was moved. With Adam the first step is the learning rate itself, whatever the gradient.',
  changes:
    'Which test digits were learned and which forgotten since a moment. Every epoch forgets some, also when it gets better on the whole.',
  nearest:
    'The train digits that are most like this one, by their pixels and by the hidden units. Often thought: it searches such examples for its answer. It has none of them any more: of the {images} images only {parameters} weights and biases are left.',
  advice: 'What goes wrong in this run, if something does, and what to do about it.',
  quiz: 'Twenty digits that it finds hard: you read them first, then it does.',
  summary: 'The layers with their numbers: {parameters} weights and biases in all, {hidden} hidden units.',
} as const;
