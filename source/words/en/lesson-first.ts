/** The pages of the first three chapters. Names stand for what the program computes. */
export const firstPages = {
  wall: {
    title: 'Watch it learn',
    text: 'A network is going to learn to read. Beside this stand the first {firstCount} test digits: what each one is, and what the network takes it for. A step shows it some digits and changes its numbers, the weights, a little. Up, down and Enter answer the question, the right arrow turns the page; h explains what is shown, 7 leaves.',
    now: ['Its weights begin at random: at step 0 it gets {firstAtStart} right, by chance.'],
    code: [],
    question: 'How many of them will it read after ten steps?',
    answers: ['hardly more than by chance', 'about half', 'most of them'],
    reason: 'After ten steps it reads {firstAtTen} of {firstCount}. The first steps teach the most.',
    task: 't lets it learn, at a pace to watch. [ then goes back in time, ] forward.',
  },
  own: {
    title: 'A digit of your own',
    text: 'It learns from digits that other people wrote. Try one of yours: 5 opens a canvas. Draw with the mouse, or Enter, Space and the arrows. Or d puts the chosen digit there, and o marks the few pixels that would change the answer, once it has learned well. 7 comes back here.',
    now: [],
    code: [],
    question: 'How many pixels must change until it misreads?',
    answers: ['most of them', 'a quarter of its ink', 'a handful, well chosen'],
    reason:
      'It sees no strokes. It adds up pixels, so a handful is enough where their weights are large. People would hardly notice.',
    task: 'draw a digit, or change some pixels of one.',
  },
  fails: {
    title: 'Where it fails',
    text: 'No network reads all digits; chance alone would read a tenth. n shows the mistakes, first those where the wrong answer has the widest lead. View 2 counts them in a table: a row is what a digit is, a column what was answered.',
    now: [
      'This one reads {accuracy} of {count} test digits, so {wrong} are wrong. Its commonest mistake: {pairCount} times it took a {pairLabel} for a {pairAnswer}.',
    ],
    code: [],
    question: 'Are these the digits that people find hard, too?',
    answers: ['yes, the same ones', 'no, none of them', 'some are, some are not'],
    reason:
      'Some could be anything. Others are plain to us, but their ink lies where other digits of the train split have theirs.',
    task: 'once it has learned a while, n goes to a mistake.',
  },
  numbers: {
    title: 'A digit is numbers',
    text: 'A digit is a picture of 28 x 28 grey values: 784 numbers from 0, paper, to 255, full ink. Divided by 255 they lie between 0 and 1, which keeps the sums small.',
    now: ['This one has ink on {ink} pixels. The darkest is {darkest}, which becomes {darkestShare}.'],
    code: ['x = images.reshape(-1, 784) / 255  # here: i'],
    question: 'If one and the same shuffle moved the pixels of all images, could it still learn?',
    answers: ['no, the shapes are gone', 'yes, as well as before', 'yes, but half as well'],
    reason:
      'It knows no shapes and no neighbours, only sums of pixels. You could read none of them any more: --scramble shows it.',
    task: 'go to train digit 256: Esc, Tab, then g 256 Enter. i shows its numbers. Enter gives the page the arrows again.',
  },
  wanted: {
    title: 'What is wanted, and the loss',
    text: 'Ten scores come out, one for each digit, and the largest is the answer. Wanted is 1 for what the digit is, and 0 for the other nine. The loss says how far off the scores are: differences squared, then averaged. A score is no percent: it can be below 0 or above 1.',
    now: ['For this {label} the loss is {digitLoss}.'],
    code: ['wanted = np.eye(10)[labels]', 'loss = ((scores - wanted) ** 2).mean()  # here: i'],
    question: 'What is the loss of always giving a tenth to each?',
    answers: ['nothing, that is fair', '{guessing}', 'one half'],
    reason:
      'Nine scores are off by a tenth, one by nine tenths. Squared and averaged that is {guessing}, without a look at the picture.',
    task: 'go to another digit, Esc and an arrow, and compare its loss.',
  },
  sum: {
    title: 'Two layers of sums',
    text: 'Each of {hidden} hidden units adds up the 784 pixels, each times a weight, a number of its own, and a bias, one number more; below 0 it gives 0. Each score adds up all units in the same way.',
    now: [
      'For this digit {unitsOn} units are above 0. Unit {unit} is {unitValue}: times its weight {unitWeight} it adds {unitAdds} to the score of {answer}.',
    ],
    code: ['hidden = np.maximum(0, x @ W1 + b1)', 'scores = hidden @ W2 + b2  # here: 3'],
    question: 'How many numbers does training have to find?',
    answers: ['{hidden}, one for each unit', '{parameters}', 'one for each train image'],
    reason:
      '784 weights and a bias for each unit, then a weight from each unit to each score, and 10 biases: {parameters} in all.',
    task: 'm shows the summary, layer by layer.',
  },
  untrained: {
    title: 'Before the first step',
    text: 'Weights begin small and random, so that no two units are alike; equal ones would stay equal. That is step 0. The seed, here {seed}, fixes these weights and all that follows: the same seed gives the same run.',
    now: ['At step 0 it read {accuracyAtStart}, about as much as chance.'],
    code: ['W1 = rng.uniform(-1, 1, (784, 128)) / 28', '# here: r begins again'],
    question: 'Its loss at step 0, against {guessing} for always saying a tenth?',
    answers: ['smaller', 'the same', 'larger'],
    reason:
      'It is {lossAtStart}. A fresh network does not know nothing: it is wrong at random, and that costs more than guessing.',
    task: 'once it has learned a while, keep [ down until step 0. Look at the scores there. ] returns.',
  },
} as const;
