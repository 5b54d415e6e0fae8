/** The pages of the last two chapters. Names stand for what the program computes. */
export const lastPages = {
  steps: {
    title: 'Three steps, slowly',
    text: 'A step: the network answers a batch of {batchSize} images, the loss says how wrong it was, and each weight moves a little the way that makes this loss smaller. After a single step i follows one weight: its gradient, and by how much it moved.',
    now: ['It is at step {step} now; the last batch had a loss of {batchLoss}.'],
    code: ['g = slope(loss, w)', 'w -= rate * mean(g) / sqrt(mean(g * g))  # here: .'],
    question: 'How far does the very first step move a weight?',
    answers: ['as far as its gradient says', 'by {rate} or not at all', 'until the digit is right'],
    reason:
      'Adam divides a gradient by its own size. At first only the learning rate is left, {rate}, up or down. A weight without gradient stays.',
    task: 'r begins afresh, . takes one step: take three, and look at i after each.',
  },
  epoch: {
    title: 'An epoch, and when to stop',
    text: 'Once through all train images is an epoch, here {steps} steps; the tutorial prints it as "Step". Test images are never learned from, so they tell how it reads new ones. The rule below looks at the last test batch alone.',
    now: [
      'After epoch {epoch} the mean loss is {trainLoss} on train and {testLoss} on test, and {lastTestLoss} on that batch.',
    ],
    code: ['if epoch >= 7 and last_test_loss < {limit}:', '    break  # here: it waits for that by itself'],
    question: 'Why is it not judged by its train images?',
    answers: ['there are too many', 'it may know them by heart', 'they are harder'],
    reason:
      'Knowing its own images says little of new ones. Strictly, a third set should say when to stop; the tutorial takes test.',
    task: 't, then f for full pace: let it come to its end.',
  },
  why: {
    title: 'Why this answer',
    text: 'The tutorial ends with one answer, to test digit 200. w shows what each inked pixel adds to the lead of the answer over the runner-up; with one number for the biases it adds up exactly. k shows the train digits nearest to it: by pixels, and inside the network. For a mistake the two may disagree.',
    now: ['Digit 200 is a {tutorialLabel}, and the answer is {tutorialAnswer}.'],
    code: ['answer = scores.argmax()  # here: g 200'],
    question: 'Is what w shows the reason for the answer?',
    answers: ['yes, since it adds up', 'no, it is bookkeeping', 'only where it is right'],
    reason:
      'A black pixel counts nothing there, so a missing stroke never shows. And changing one pixel can change what the others add.',
    task: 'n to a mistake, then w or k.',
  },
  units: {
    title: 'Without some units',
    text: 'View 3 has a picture of each hidden unit: where ink has come to make it larger, and where smaller. A few die early: they answer no digit, which is usual. Enter gives it the arrows, and x switches a unit off.',
    now: ['Dead: {dead} of {hidden}. Switched off: {off}. It reads {accuracy}.'],
    code: ['hidden[:, unit] = 0  # here: x in view 3'],
    question: 'Does a hidden unit stand for one digit?',
    answers: ['yes, each for its own', 'no, each helps several', 'only the brightest ones'],
    reason:
      'It adds to some scores and takes from others. So one can be missing and hardly anything changes; with many off, much does.',
    task: '3, Enter, x: switch some units off, then look at the accuracy.',
  },
  tooFast: {
    title: 'Too fast',
    text: 'The learning rate is how far a step goes; usual is {usualRate}. Here o starts a new run with {highRate}. One step throws the weights too far, the loss leaps, and the lights of the units go out: dead units are 0 for all images.',
    now: ['Dead now: {dead} of {hidden}. It reads {accuracy}.'],
    code: ['adam = Adam(weights, rate={highRate})  # here: o'],
    question: 'Does a lower rate afterwards bring them back?',
    answers: ['yes, with patience', 'about half of them', 'no'],
    reason:
      'A unit that is 0 for every image gets no gradient, so no step moves it. Begin afresh with a lower rate instead.',
    task: 'o starts it; watch the units die. r begins a sound network anew.',
  },
  byHeart: {
    title: 'By heart',
    text: 'Now o starts a run with only {fewImages} images, {falseLabels} in a hundred labelled wrongly, for {manyEpochs} epochs. First it learns what the images share, then each single one, false labels and all: the train loss falls on, the test loss turns.',
    now: ['Of the run that is open: after epoch {epoch} train {trainLoss}, test {testLoss}.'],
    code: [],
    question: 'When will it read new digits best?',
    answers: ['at the very end', 'well before the end', 'all the time alike'],
    reason:
      'Best was epoch {bestEpoch} with {bestAccuracy}; at the end it had {lastAccuracy}. That is overfitting: learned by heart.',
    task: 'o starts it; wait for its end, f is faster. r begins a sound network anew.',
  },
  end: {
    title: 'What you did',
    text: 'You divided digits by 255, made ten numbers of a label, built 784-{hidden}-10, measured a loss, moved weights by Adam, trained epochs until a rule said stop, charted both losses, and asked for digit 200. That is the whole tutorial. Go on with a race of runs in view 6, or mnist-tui sweep. reference.ts in its source has it all on one page.',
    now: [],
    code: [],
    question: 'Of two runs, one reads two tenths of a point more. Is it better?',
    answers: ['yes, it reads more', 'nobody can tell', 'no, it was slower'],
    reason: 'Another seed alone makes as much difference. Train each of them with some seeds, and compare then.',
    task: '? lists all keys. 7 leaves the lesson.',
  },
} as const;
