/** The field's words in plain ones, from A to Z. Numbers are of the tutorial's network and MNIST. */
export const glossary = {
  accuracy:
    'The share of digits whose largest score is that of the label. 97.3 % are 267 wrong of 10,000, and saying always the same digit gets about 10 %. Runs within 0.3 points of each other may differ by luck alone.',
  batch:
    'The images that are answered together before the weights move once, here {batch}. More of them point in a steadier direction, and leave fewer steps in an epoch.',
  bias: 'A number that a hidden unit or a score starts its sum with, whatever the picture. It is learned like a weight.',
  'confusion matrix':
    'A table of what digits are, by rows, and what they were taken for, by columns. The cells beside its diagonal are the mistakes.',
  'dead unit':
    'A hidden unit that is at 0 for every train image. No gradient reaches it any more, so it stays as it is. A learning rate that is far too high kills most of them within five steps.',
  'early stop':
    "The tutorial's rule: training ends after epoch 7 or later once the loss of the last test batch, not of all, is below 0.015. A careful researcher would decide by images kept apart from the test.",
  epoch:
    'Once through all train images, in a new order each time: here {steps} steps. The tutorial prints it as "Step".',
  gradient: 'For each weight, how much the loss would change if the weight grew a little. A step goes against it.',
  'hidden unit': {
    relu: 'A sum of all 784 pixels, each times its own weight, plus a bias, made 0 where it is negative. There are {hidden}; about 20 of 128 are above 0 for one digit, and each of them goes into all ten scores.',
    sigmoid:
      'A sum of all 784 pixels, each times its own weight, plus a bias, bent into the range from 0 to 1. There are {hidden}, and each goes into all ten scores.',
    tanh: 'A sum of all 784 pixels, each times its own weight, plus a bias, bent into the range from -1 to 1. There are {hidden}, and each goes into all ten scores.',
  },
  label: 'The digit that an image is said to be. The network is told it in training, and is never told it in a test.',
  lead: 'By how much the largest score is above the second. A small lead says doubt; a wide one can still be wrong.',
  'learning rate':
    "How far one step may move a weight; Adam's first step moves each by just that much. Too small is slow, too large breaks the network at once, and lowering it afterwards does not mend it.",
  loss: {
    mse: 'How far the ten scores are from what is wanted, 1 for the label and 0 for the others: the differences squared, then averaged. 0 is perfect, always giving 0.1 comes to {guessing}, and a fresh network to about 0.11.',
    'cross-entropy':
      'How little is left to the label: the ten scores are made shares by softmax, and minus the logarithm of that of the label counts. 0 is perfect, and ten equal scores come to {guessing}.',
  },
  moment:
    'The whole network as it was after some step. The timeline is the row of those that are kept; to look back changes nothing, and training goes on from the newest.',
  overfitting:
    'To get better on the train images and worse on others: it learns them by heart, false labels included. Few images and many epochs bring it about.',
  run: 'One training from random weights to its end, with its settings.',
  score:
    'The number that the network gives to each of the ten digits; the largest is its answer. It is no probability: it may be below 0 or above 1.',
  seed: 'The number that random weights, orders and draws are made from: the same seed gives the same run again.',
  split:
    'A part of the dataset: train, which is learned from, and test, which shows how it does on images that it has never learned from.',
  step: 'The network answers one batch, then every weight moves a little, so that the loss of that batch should fall. The tutorial stops after some 3,276 of them.',
  weight:
    'A number that a pixel or a hidden unit is multiplied with. All that is learned is in these and in the biases: {parameters} numbers.',
} as const;

/** What each of them is called. */
export const terms = {
  accuracy: 'accuracy',
  batch: 'batch',
  bias: 'bias',
  'confusion matrix': 'confusion matrix',
  'dead unit': 'dead unit',
  'early stop': 'early stop',
  epoch: 'epoch',
  gradient: 'gradient',
  'hidden unit': 'hidden unit',
  label: 'label',
  lead: 'lead',
  'learning rate': 'learning rate',
  loss: 'loss',
  moment: 'moment',
  overfitting: 'overfitting',
  run: 'run',
  score: 'score',
  seed: 'seed',
  split: 'split',
  step: 'step',
  weight: 'weight',
} as const;
